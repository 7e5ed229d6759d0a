import { defineConfig } from "vitest/config";

/** Unit tests: Node by default; a file that needs a DOM says `@vitest-environment happy-dom`. */
export default defineConfig({
	test: {
		include: ["test/unit/**/*.test.{ts,tsx}"],
		testTimeout: 20_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
	},
});
