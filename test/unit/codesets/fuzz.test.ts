import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../../utils/codesets/import/archive";
import { previewTable, readTable } from "../../../utils/codesets/import/csv";
import { ImportError } from "../../../utils/codesets/import/import-error";
import { PackError } from "../../../utils/codesets/pack/pack-error";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { compilePack } from "../../../utils/engine/compile";
import { DRUGS, file, hcpcsRecord, INDEX, ORDER, TABULAR, zip } from "./files";

const HCPCS = [
	hcpcsRecord("QX", 10, 7, "Invented modifier"),
	hcpcsRecord("A9901", 10, 3, "Invented bandage", { added: "20200101" }),
	hcpcsRecord("A9901", 20, 4, "of two lines"),
].join("\r\n");
const GOOD: SourceFile[] = [
	file("icd10cm_order_2026.txt", ORDER),
	file("icd10cm_tabular_2026.xml", TABULAR),
	file("icd10cm_index_2026.xml", INDEX),
	file("icd10cm_drug_2026.xml", DRUGS),
	file("HCPC2026_JAN_ANWEB.txt", HCPCS),
	file("SHORTU.txt", "CPT 2026 notice\n00001 INVENTED THING\n00002 OTHER THING\n"),
	file("PPRRVU26_JAN.csv", "HCPCS,MOD,DESCRIPTION,STATUS\r\n00001,,Thing,A\r\n"),
];
const ZIP = zip("all.zip", Object.fromEntries(GOOD.slice(0, 4).map((f) => [f.name, f.bytes])));
const PACK = compilePack(GOOD.slice(0, 4));

/** Accepts a result or a refusal of ours; anything else is a crash. Returns what it was. */
function outcome(work: () => unknown): string {
	try {
		work();
		return "accepted";
	} catch (error) {
		if (error instanceof ImportError || error instanceof PackError) {
			expect(error.message.length).toBeGreaterThan(0);
			return error.code;
		}
		throw error;
	}
}

/** Compiles and then walks through everything that a reader would ask for. */
function useAll(files: SourceFile[]): void {
	walk(compilePack(files, { cptLicence: true }));
}

function walk(bytes: Uint8Array): void {
	const set = openCodeSet(bytes);
	for (let row = 0; row < set.size; row++) {
		set.find(set.code(row));
		set.title(row);
		set.children(row);
		set.inheritedNotes(row);
		set.seventhCharacters(row);
		set.indexPaths(row);
		set.validity(row);
	}
}

const base = fc.constantFrom(...GOOD, ZIP);
const truncated = fc.tuple(base, fc.double({ min: 0, max: 1, noNaN: true })).map(([f, share]) => ({
	name: f.name,
	bytes: f.bytes.slice(0, Math.floor(f.bytes.length * share)),
}));
const flipped = fc.tuple(base, fc.array(fc.nat(), { minLength: 1, maxLength: 20 })).map(([f, bits]) => {
	const bytes = f.bytes.slice();
	for (const bit of bits) bytes[(bit >> 3) % bytes.length]! ^= 1 << (bit & 7);
	return { name: f.name, bytes };
});
const renamed = fc.tuple(base, base).map(([a, b]) => ({ name: a.name, bytes: b.bytes }));
const spliced = fc.tuple(base, base, fc.nat(), fc.nat()).map(([a, b, i, j]) => {
	const head = a.bytes.subarray(0, i % a.bytes.length);
	const tail = b.bytes.subarray(j % b.bytes.length);
	return { name: a.name, bytes: Uint8Array.from([...head, ...tail]) };
});
const encoded = fc
	.tuple(base, fc.constantFrom("utf-16le", "utf-16be", "bom", "latin1", "cr"))
	.map(([f, how]) => ({
		name: f.name,
		bytes: encode(f.bytes, how),
	}));
const noise = fc
	.tuple(base, fc.uint8Array({ maxLength: 400 }))
	.map(([f, bytes]) => ({ name: f.name, bytes }));
const hugeLine = fc
	.tuple(base, fc.integer({ min: 1, max: 400_000 }), fc.constantFrom("A", "<a>", '"', "0"))
	.map(([f, length, char]) => ({
		name: f.name,
		bytes: Uint8Array.from([
			...f.bytes.subarray(0, 80),
			...new TextEncoder().encode(char.repeat(length / char.length)),
		]),
	}));

function encode(bytes: Uint8Array, how: string): Uint8Array {
	const text = new TextDecoder("latin1").decode(bytes);
	if (how === "bom") return Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]);
	if (how === "cr") return new TextEncoder().encode(text.replaceAll("\r\n", "\r"));
	if (how === "latin1") return Uint8Array.from(text.replaceAll("e", "\u00e9"), (c) => c.charCodeAt(0));
	const units = Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0));
	const out = new Uint8Array(units.buffer);
	if (how === "utf-16be")
		for (let i = 0; i < out.length; i += 2) [out[i], out[i + 1]] = [out[i + 1]!, out[i]!];
	return out;
}

describe("two thousand damaged inputs: each is taken or refused by name", () => {
	it.each([
		["truncated files", truncated, 400],
		["flipped bits", flipped, 500],
		["files under each other's names", renamed, 64],
		["files glued together", spliced, 400],
		["other encodings and line ends", encoded, 100],
		["noise", noise, 200],
		["huge lines", hugeLine, 36],
	] as const)("%s", (_what, inputs, numRuns) => {
		const seen = new Set<string>();
		fc.assert(
			fc.property(inputs, (given) => {
				seen.add(outcome(() => useAll([given])));
			}),
			{ numRuns },
		);
		expect(seen.size).toBeGreaterThan(0);
	});

	const WORDS = ["0", "A", "a-", "a, ", "[", "a [", " ", ";", "\u00e9"];
	it.each(WORDS.flatMap((word) => [7_500, 400_000].map((length) => [word, length] as const)))(
		"a line that goes on with %j for %i characters is answered, not waited for",
		(word, length) => {
			const line = word.repeat(length / word.length);
			const order = `00001 A00     0 Invented                                                     ${line}`;
			for (const given of [
				file("SHORTU.txt", `CPT 2026 notice\n00001 INVENTED THING\n00002 ${line}\n`),
				file("LONGULT.txt", `CPT 2026 notice\n\n00001\t${line}\n`),
				file("icd10cm_order_2026.txt", order),
				file("PPRRVU26_JAN.csv", `HCPCS,MOD,DESCRIPTION,STATUS\r\n00001,,${line},A\r\n`),
				file("icd10cm_tabular_2026.xml", TABULAR.replace(/<desc>[^<]*/g, `<desc>${line}`)),
			])
				outcome(() => useAll([given]));
			const texts = INDEX.replace(/<title>[^<]*/g, `<title>${line}`);
			outcome(() => useAll([file("icd10cm_order_2026.txt", ORDER), file("icd10cm_index_2026.xml", texts)]));
		},
	);

	it("several files at once", () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(base, truncated, renamed), { minLength: 2, maxLength: 4 }), (files) => {
				outcome(() => useAll(files));
			}),
			{ numRuns: 150 },
		);
	});

	it("damaged packs", () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(PACK.length * 8 - 1), { minLength: 1, maxLength: 5 }),
				fc.nat(),
				(bits, cut) => {
					const bytes = PACK.slice(0, cut % 3 === 0 ? cut % PACK.length : PACK.length);
					for (const bit of bits) if (bit >> 3 < bytes.length) bytes[bit >> 3]! ^= 1 << (bit & 7);
					outcome(() => walk(bytes));
				},
			),
			{ numRuns: 300 },
		);
	});

	it("plain tables with any mapping", () => {
		const mapping = fc.record(
			{
				code: fc.integer({ min: -1, max: 5 }),
				title: fc.integer({ min: -1, max: 5 }),
				heading: fc.boolean(),
			},
			{ requiredKeys: ["code", "heading"] },
		);
		const text = fc.oneof(
			fc.string({ maxLength: 200 }),
			fc.constant('code,name\nA00.0,"un"closed\n'),
			fc.constant("code;name\nA00.0;Fever\nI10;Pressure\n"),
		);
		fc.assert(
			fc.property(text, mapping, (words, columns) => {
				previewTable(words);
				outcome(() => readTable("list.csv", words, columns));
			}),
			{ numRuns: 200 },
		);
	});
});
