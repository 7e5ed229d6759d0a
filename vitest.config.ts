import { defineConfig } from "vitest/config";

const shared = process.env.CHARTSIDE_SHARED;

/**
 * Three projects. unit: Node, fast. full: against the official files, only where CHARTSIDE_SHARED
 * names them. e2e: the built extension in a real browser, one at a time.
 * A file that needs a DOM says `@vitest-environment happy-dom`.
 */
export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["test/unit/**/*.test.{ts,tsx}"],
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: "full",
					include: shared ? ["test/full/**/*.test.ts"] : [],
					testTimeout: 120_000,
					hookTimeout: 180_000,
					fileParallelism: false,
				},
			},
			{
				test: {
					name: "e2e",
					include: ["test/e2e/**/*.test.ts"],
					exclude: [
						"**/node_modules/**",
						// scripts/test.ts looks for a Firefox and says so when there is none.
						...(process.env.FIREFOX_PATH ? [] : ["test/e2e/firefox/**"]),
					],
					testTimeout: 120_000,
					hookTimeout: 180_000,
					fileParallelism: false,
				},
			},
		],
	},
});
