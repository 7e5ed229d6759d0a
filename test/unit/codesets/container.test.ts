import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PACK_FORMAT, readPack, writePack } from "../../../utils/codesets/pack/container";
import { numbers, packNumbers } from "../../../utils/codesets/pack/number-column";
import { PackError } from "../../../utils/codesets/pack/pack-error";
import { readWords, TextColumn, WordTableWriter } from "../../../utils/codesets/pack/text-column";

const header = { normaliser: 3, lexicon: 7 };
const name = fc.stringMatching(/^[a-z][a-z.]{0,20}$/);
const sections = fc.dictionary(name, fc.uint8Array({ maxLength: 60 }), { noNullPrototype: true });

function refusal(bytes: Uint8Array): string {
	try {
		readPack(bytes);
	} catch (error) {
		if (error instanceof PackError) return error.code;
		throw error;
	}
	return "accepted";
}

describe("the pack container", () => {
	it("gives back every section as it was written, aligned and without copying", () => {
		fc.assert(
			fc.property(sections, (given) => {
				const bytes = writePack(header, given);
				const pack = readPack(bytes);
				expect(pack.names).toEqual(Object.keys(given));
				expect([pack.normaliser, pack.lexicon]).toEqual([3, 7]);
				for (const [key, value] of Object.entries(given)) {
					const part = pack.section(key)!;
					expect([...part]).toEqual([...value]);
					expect(part.byteOffset % 8).toBe(0);
					expect(part.buffer).toBe(bytes.buffer);
				}
			}),
		);
	});

	it("refuses every truncation and every single flipped bit by name", () => {
		const bytes = writePack(header, { a: Uint8Array.of(1, 2, 3, 4, 5), b: new Uint8Array(40).fill(9) });
		for (let n = 0; n < bytes.length; n++) {
			expect(["not-a-pack", "truncated"], `${n} bytes`).toContain(refusal(bytes.slice(0, n)));
		}
		const padding = new Set<number>();
		const clean = readPack(bytes);
		const a = clean.section("a")!;
		for (let i = a.byteOffset + a.length; i % 8 !== 0; i++) padding.add(i);
		for (let bit = 0; bit < bytes.length * 8; bit++) {
			if (padding.has(bit >> 3)) continue; // not part of any section
			const bad = bytes.slice();
			bad[bit >> 3]! ^= 1 << (bit & 7);
			expect(refusal(bad), `bit ${bit}`).not.toBe("accepted");
		}
	});

	it("says newer for a newer format and not-a-pack for something else", () => {
		const bytes = writePack(header, {});
		new DataView(bytes.buffer).setUint32(8, PACK_FORMAT + 1, true);
		expect(refusal(bytes)).toBe("newer");
		expect(refusal(new TextEncoder().encode("PK\u0003\u0004 a zip is no pack, whatever its length is"))).toBe(
			"not-a-pack",
		);
		expect(refusal(new Uint8Array())).toBe("not-a-pack");
	});

	it("reads a pack that starts at an odd place of a larger buffer", () => {
		const bytes = writePack(header, { a: Uint8Array.of(1, 2, 3) });
		const shifted = new Uint8Array(bytes.length + 3);
		shifted.set(bytes, 3);
		expect([...readPack(shifted.subarray(3)).section("a")!]).toEqual([1, 2, 3]);
	});
});

describe("number columns", () => {
	const section = (bytes: Uint8Array) => ({ section: () => bytes });

	it.each(["last", "place"] as const)("give back every 32-bit number, kept to the %s", (reference) => {
		fc.assert(
			fc.property(fc.array(fc.integer()), (given) => {
				const bytes = packNumbers(given, reference);
				expect([...numbers(section(bytes), "n", reference)]).toEqual(given);
			}),
		);
	});

	it("take a byte for what stands near, and refuse a cut column", () => {
		expect(packNumbers([1, 2, 3, 5, 5], "last").length).toBe(5);
		expect(packNumbers([-1, 0, 1, 1, 0], "place").length).toBe(5);
		const cut = packNumbers([7, 900_000], "last").slice(0, -1);
		expect(() => numbers(section(cut), "n", "last")).toThrowError(PackError);
	});
});

describe("text columns", () => {
	it("give back every text exactly", () => {
		const text = fc.string({ unit: "binary", maxLength: 30 }).map((s) => s.replaceAll("\n", " "));
		fc.assert(
			fc.property(fc.array(text), fc.array(text), (a, b) => {
				const writer = new WordTableWriter();
				writer.add("a", a);
				writer.add("b", b);
				const pack = readPack(writePack(header, writer.sections()));
				const words = readWords(pack);
				const [left, right] = [new TextColumn(pack, "a", words), new TextColumn(pack, "b", words)];
				expect(a.map((_, i) => left.get(i))).toEqual(a.map((s) => s.toWellFormed()));
				expect(b.map((_, i) => right.get(i))).toEqual(b.map((s) => s.toWellFormed()));
				expect(left.get(a.length)).toBe("");
			}),
		);
	});
});
