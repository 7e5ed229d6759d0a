import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { run } from "../../../scripts/lib/run";

const OUT = process.env.CHARTSIDE_OUT ?? ".output";

function filesOf(folder: string, under = ""): Record<string, Uint8Array> {
	return Object.fromEntries(
		readdirSync(join(folder, under)).flatMap((name) => {
			const path = under ? `${under}/${name}` : name;
			return statSync(join(folder, path)).isDirectory()
				? Object.entries(filesOf(folder, path))
				: [[path, new Uint8Array(readFileSync(join(folder, path)))]];
		}),
	);
}

test("the Firefox build passes web-ext lint without errors", async () => {
	const { output } = await run(
		"npx",
		["web-ext", "lint", "--source-dir", `${OUT}/firefox-mv3`, "--output", "json", "--no-config-discovery"],
		{ seconds: 110 },
	);
	const report = JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1)) as {
		summary: { errors: number };
		errors: { code: string; file: string }[];
	};
	expect(report.errors).toEqual([]);
	expect(report.summary.errors).toBe(0);
});

test.each(["chrome-mv3", "firefox-mv3"])("%s stays within the size budgets", (build) => {
	const files = filesOf(`${OUT}/${build}`);
	const withoutPacks = Object.fromEntries(
		Object.entries(files).filter(([path]) => !path.startsWith("packs/")),
	);
	expect(Object.keys(files)).toContain("packs/starter-icd10cm.pack");
	expect(zipSync(withoutPacks, { level: 9 }).length).toBeLessThan(1_000_000);
	expect(zipSync(files, { level: 9 }).length).toBeLessThan(2_500_000);
});
