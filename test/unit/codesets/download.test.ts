import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BundleError, bundlePacks } from "../../../scripts/bundle-packs";
import { downloadEdition } from "../../../scripts/codes-download";
import { findEditions, ListingError } from "../../../utils/codesets/download/find-editions";
import { linksIn } from "../../../utils/codesets/download/links";
import { PUBLISHERS } from "../../../utils/codesets/download/publishers";
import { readBody } from "../../../utils/codesets/download/read-body";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { compilePack } from "../../../utils/engine/compile";
import { CDC_LISTING, cdcPath, type FakePublisher, startPublisher } from "../../fixtures/publisher/server";
import { file, INDEX, ORDER, TABULAR, zip } from "./files";

const orders = (year: number) => zip("o.zip", { [`icd10cm-order-${year}.txt`]: ORDER }).bytes;
const tables = zip("t.zip", { "icd10cm-tabular-2026.xml": TABULAR, "icd10cm-index-2026.xml": INDEX }).bytes;
const text = async (url: string) => (await fetch(url)).text();

let server: FakePublisher;
let out: string;
beforeAll(async () => {
	server = await startPublisher({
		[cdcPath("2025", "icd10cm-CodesDescriptions-2025.zip")]: orders(2025),
		[cdcPath("2026", "icd10cm-Code Descriptions-2026.zip")]: orders(2026),
		[cdcPath("2026", "icd10cm-table and index-2026.zip")]: tables,
		[cdcPath("2026", "icd10cm-Code Descriptions-addenda-2026.zip")]: orders(2026),
		[cdcPath("2026", "icd10cm-conversion-table-2026.zip")]: orders(2026),
		[cdcPath("2026", "Guidelines-2026.pdf")]: orders(2026),
		[cdcPath("April-1-2026", "icd10cm-order-April-2026.zip")]: orders(2026),
		"/files/zip/january-2026-alpha-numeric-hcpcs-file.zip": orders(2026),
		"/files/zip/october-2026-alpha-numeric-hcpcs-file.zip": orders(2026),
		"/files/zip/2026-poa-exempt-codes.zip": orders(2026),
	});
	out = mkdtempSync(join(tmpdir(), "codes-"));
});
afterAll(async () => {
	await server.close();
	rmSync(out, { recursive: true });
});

const at = (id: string, path: string) => ({
	...PUBLISHERS.find((publisher) => publisher.id === id)!,
	listing: `${server.origin}${path}`,
});

describe("finding files on a publisher's listing", () => {
	it("goes through folders of years and months, newest first, and knows what is no code file", async () => {
		const found = await findEditions(at("cdc-icd10cm", CDC_LISTING), text);
		expect(found.map((edition) => [edition.label, edition.files.map((one) => one.name)])).toEqual([
			["April 1 2026", ["icd10cm-order-April-2026.zip"]],
			["2026", ["icd10cm-Code Descriptions-2026.zip", "icd10cm-table and index-2026.zip"]],
			["2025", ["icd10cm-CodesDescriptions-2025.zip"]],
		]);
	});

	it("finds quarterly files among the other links of a page", async () => {
		const found = await findEditions(at("cms-hcpcs", "/medicare/hcpcs"), text);
		expect(found.map((edition) => edition.label)).toEqual(["2026 Oct", "2026 Jan"]);
	});

	it("says so when the listing has nothing that fits", async () => {
		await expect(findEditions(at("cms-icd10pcs", "/medicare/hcpcs"), text)).rejects.toThrow(ListingError);
	});

	it("never follows a link to another origin", () => {
		const html =
			'<a href="https://evil.example/a.zip">a</a><a href=//evil.example/b.zip>b</a><a href="c.zip">c</a>';
		expect(linksIn(html, "https://good.example/x/").map((link) => link.url)).toEqual([
			"https://good.example/x/c.zip",
		]);
	});
});

describe("downloading", () => {
	it("takes the files of an edition, prints their sums and leaves a pack", async () => {
		const found = await findEditions(at("cdc-icd10cm", CDC_LISTING), text);
		const said: string[] = [];
		const path = await downloadEdition(found[1]!, out, undefined, (line) => said.push(line));
		const set = openCodeSet(new Uint8Array(readFileSync(path)));
		expect(set.release).toMatchObject({ edition: "FY2026", counts: { rows: 11, indexEntries: 5 } });
		expect(said.filter((line) => /^sha256 [0-9a-f]{64} {2}icd10cm/.test(line))).toHaveLength(2);
	});

	it("refuses an error page, a cut transfer and what is no archive", async () => {
		await expect(readBody(new Response("gone", { status: 404 }), () => undefined)).rejects.toThrow(/404/);
		await expect(readBody(new Response("<html>"), () => undefined)).rejects.toThrow(/no zip/);
		const cut = new Response("PK..", { headers: { "content-length": "9" } });
		await expect(readBody(cut, () => undefined)).rejects.toThrow(/ended early/);
	});
});

describe("bundling packs into a build", () => {
	const write = (name: string, bytes: Uint8Array): string => {
		const path = join(out, name);
		writeFileSync(path, bytes);
		return path;
	};

	it("copies packs with a list, and takes those of the build before out", () => {
		const folder = join(out, "packs");
		const pack = write("a.pack", compilePack([file("icd10cm_order_2026.txt", ORDER)]));
		expect(bundlePacks([pack], folder).packs).toEqual([
			{ file: "bundled-icd-10-cm-fy2026.pack", system: "ICD-10-CM", edition: "FY2026" },
		]);
		expect(JSON.parse(readFileSync(join(folder, "bundled.json"), "utf8")).packs).toHaveLength(1);
		expect(bundlePacks([], folder).packs).toEqual([]);
		expect(() => readFileSync(join(folder, "bundled.json"))).toThrow();
	});

	it("refuses CPT, and what is no pack", () => {
		const cpt = compilePack([file("CPT 2026/SHORTU.txt", "00001 INVENTED THING\n")], { cptLicence: true });
		expect(() => bundlePacks([write("cpt.pack", cpt)], out)).toThrow(BundleError);
		expect(() => bundlePacks([write("no.pack", new Uint8Array(9))], out)).toThrow(/not a Chartside pack/);
		expect(() => bundlePacks([join(out, "missing.pack")], out)).toThrow(/no such file/);
	});
});
