import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { readWhole } from "../../../utils/notes/analyze";
import { buildNoteSections } from "../../../utils/notes/build";
import { openReader } from "../../../utils/notes/reader";
import { smallSet } from "./small-set";

beforeAll(() => loadTables());

const NOTE =
	"ASSESSMENT:\n1. Left ureteral stone.\n2. CKD stage 3b.\n3. Hypertension.\nFAMILY HISTORY: breast cancer in mother.";

describe("the dictionary in a pack", () => {
	it("reads notes as the one made at opening does", () => {
		const plain = smallSet();
		const sections = buildNoteSections(plain);
		const packed = { ...plain, section: (name: string) => sections[name] ?? null };
		const { state: _a, ...fresh } = readWhole(openReader(plain), { text: NOTE });
		const { state: _b, ...stored } = readWhole(openReader(packed), { text: NOTE });
		expect(stored).toEqual(fresh);
	});

	it("is the same bytes every time", () => {
		const [a, b] = [buildNoteSections(smallSet()), buildNoteSections(smallSet())];
		expect(Object.keys(a)).toEqual(Object.keys(b));
		for (const [name, bytes] of Object.entries(a)) expect(bytes, name).toEqual(b[name]);
	});

	it("is made for diagnoses only: procedures are found by their names", () => {
		expect(buildNoteSections(smallSet([["10001", "Removal of gallbladder"]], "CPT"))).toEqual({});
	});

	it("of another version is made again", () => {
		const plain = smallSet();
		const sections = {
			...buildNoteSections(plain),
			"notes.version": new Uint8Array(Uint32Array.of(0).buffer),
		};
		const reader = openReader({
			...plain,
			section: (name: string) => sections[name as keyof typeof sections] ?? null,
		});
		expect(readWhole(reader, { text: NOTE }).suggestions.map(({ code }) => code)).toContain("N20.1");
	});
});
