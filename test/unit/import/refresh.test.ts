import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { openFresh } from "../../../utils/background/engine/refresh";
import { readPack } from "../../../utils/codesets/pack/container";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { compilePack, needsRebuild } from "../../../utils/engine/compile";
import { setTables } from "../../../utils/lexicon/tables";
import { openSearch } from "../../../utils/search/search";
import { listReleases, packOf, storeRelease } from "../../../utils/storage/releases";
import { file, ORDER } from "../codesets/files";

const codes = (set: Parameters<typeof openSearch>[0], query: string) =>
	openSearch(set)
		.search(query, { typing: false })
		.results.map((hit) => hit.code);

it("a pack made with another lexicon is indexed anew from itself, stored, and then opened as it is", async () => {
	loadTables();
	const bytes = compilePack([file("icd10cm_order_2026.txt", ORDER)]);
	const row = await storeRelease(openCodeSet(bytes).release, bytes.buffer as ArrayBuffer, () => undefined);
	expect(codes(openCodeSet(bytes), "zanzibar ague")).toEqual([]);

	setTables({ "lexicon/lay": "phrase\tconcept\thint\nzanzibar ague\tA00.0\t\n" });
	const old = readPack(bytes);
	expect(needsRebuild(old)).toBe(true);
	expect(codes(await openFresh(row, old), "zanzibar ague")).toContain("A00.0");

	const [stored] = await listReleases();
	const pack = readPack((await packOf(stored!))!);
	expect(needsRebuild(pack)).toBe(false);
	expect(codes(await openFresh(stored!, pack), "zanzibar ague")).toContain("A00.0");
	expect(stored).toMatchObject({ id: row.id, edition: "FY2026", counts: { rows: 11 } });
});
