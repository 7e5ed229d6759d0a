import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { ORDER, orderFile, zip } from "../../unit/codesets/files";
import {
	type Chosen,
	chooseFiles,
	openOptions,
	releases,
	search,
	setDate,
	startImport,
	waitInstalled,
} from "../lib/import-page";
import { killBrowser } from "../lib/kill";
import { type Launched, launch } from "../lib/launch";

const dropped = (name: string, text: string): Chosen => ({
	name,
	mimeType: "application/zip",
	buffer: Buffer.from(zip(name, { "icd10cm_order_2026.txt": text }).bytes),
});

/** An edition of 40,000 invented codes: its import takes seconds, so that there is a middle to be killed in. */
function bigEdition(): string {
	const words = [
		"amber",
		"birch",
		"cobalt",
		"dahlia",
		"ember",
		"fjord",
		"garnet",
		"heather",
		"indigo",
		"jasper",
	];
	const rows: [string, 0 | 1, string][] = [];
	for (let category = 0; category < 400; category++) {
		const letter = String.fromCharCode(65 + Math.floor(category / 100));
		const head = `${letter}${String(category % 100).padStart(2, "0")}`;
		rows.push([head, 0, `Invented group ${head}`]);
		for (let i = 0; i < 100; i++) {
			const [a, b] = [Math.floor(i / 10), i % 10];
			rows.push([`${head}${a}${b}`, 1, `Invented ${words[a]} ${words[b]} of ${head}`]);
		}
	}
	return orderFile(rows);
}

const SMALL = dropped("small.zip", ORDER);
const BIG = dropped("big.zip", bigEdition());
/** Milliseconds after pressing Import, drawn anew in each run: while reading, building, indexing, storing. */
const MOMENTS = (
	[
		[10, 60],
		[60, 400],
		[400, 1_000],
		[1_000, 2_500],
		[2_500, 5_000],
	] as const
).map(([from, to]) => Math.round(from + Math.random() * (to - from)));

let profile: string | null = null;
afterAll(() => {
	if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function intact(browser: Launched): Promise<string[]> {
	const page = await openOptions(browser);
	await setDate(page, "2026-02-01");
	const hits = (await search(page, "A000")).map((hit) => `${hit.code} ${hit.edition}`);
	expect((await releases(page)).filter((release) => release.id === "ICD-10-CM/FY2026")).toHaveLength(1);
	await page.close();
	return hits;
}

describe("a browser that is killed in the middle of an import", () => {
	it("comes up with the old edition, or with the new one whole, at each of five random moments", async () => {
		let browser = await launch();
		profile = browser.profile;
		const page = await openOptions(browser);
		await chooseFiles(page, [SMALL]);
		await startImport(page);
		await waitInstalled(page, "ICD-10-CM FY2026");
		await page.close();
		const whole = { old: "A00.0 FY2026", fresh: "A00.00 FY2026" };
		const seen: string[] = [];
		for (const moment of MOMENTS) {
			const importing = await openOptions(browser);
			await chooseFiles(importing, [BIG]);
			await startImport(importing);
			await importing.waitForTimeout(moment);
			await killBrowser(browser);
			browser = await launch({ profile });
			const hits = await intact(browser);
			expect([whole.old, whole.fresh], `killed after ${moment} ms`).toContain(hits[0]);
			seen.push(hits[0] === whole.old ? "old" : "new");
		}
		// The first kill comes long before anything is stored.
		expect(seen[0]).toBe("old");
		const last = await openOptions(browser);
		await chooseFiles(last, [BIG]);
		await startImport(last);
		await waitInstalled(last, "ICD-10-CM FY2026");
		await last.close();
		expect((await intact(browser))[0]).toBe(whole.fresh);
		await browser.close({ keepProfile: true });
	}, 240_000);
});
