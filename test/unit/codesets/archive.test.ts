import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { LIMITS, unpack } from "../../../utils/codesets/import/archive";
import { ImportError } from "../../../utils/codesets/import/import-error";
import { runSteps } from "../../../utils/codesets/import/progress";
import { file, zip } from "./files";

const names = (...given: Parameters<typeof unpack>[0]) => runSteps(unpack(given)).map((f) => f.name);
const refusal = (...given: Parameters<typeof unpack>[0]): string => {
	try {
		runSteps(unpack(given));
		return "accepted";
	} catch (error) {
		if (error instanceof ImportError) return error.code;
		throw error;
	}
};

describe("archives", () => {
	it("opens zips in zips and folders, leaves out what holds no codes", () => {
		const inner = zip("inner.zip", { "deep/a.txt": "a" });
		const outer = zip("outer.zip", {
			"folder/inner.zip": inner.bytes,
			"b.txt": "b",
			"format.pdf": "x",
			"__MACOSX/._b.txt": "x",
		});
		expect(names(outer, file("c.txt", "c"))).toEqual([
			"outer.zip/folder/inner.zip/deep/a.txt",
			"outer.zip/b.txt",
			"c.txt",
		]);
	});

	it("passes a spreadsheet on as one file", () => {
		expect(names({ ...zip("", { "xl/sheet1.xml": "<a/>" }), name: "list.xlsx" })).toEqual(["list.xlsx"]);
	});

	it("gives contents back, stored or deflated", () => {
		const bytes = zipSync({
			a: [new Uint8Array([1, 2, 3]), { level: 0 }],
			b: [new Uint8Array(9_999).fill(7), { level: 9 }],
		});
		const files = runSteps(unpack([{ name: "z.zip", bytes }]));
		expect(files.map((f) => f.bytes.length)).toEqual([3, 9_999]);
		expect([...files[0]!.bytes]).toEqual([1, 2, 3]);
	});

	it("refuses an archive that is truncated, damaged or locked", () => {
		const good = zip("z.zip", { "a.txt": "some text that is long enough to be packed, packed, packed" });
		expect(refusal({ name: "z.zip", bytes: good.bytes.subarray(0, 60) })).toBe("unreadable-archive");
		const damaged = good.bytes.slice();
		damaged[45]! ^= 0xff;
		expect(refusal({ name: "z.zip", bytes: damaged })).toBe("unreadable-archive");
		const locked = good.bytes.slice();
		const directory = locked.length - 22 - 46 - "a.txt".length;
		locked[directory + 8]! |= 1;
		expect(refusal({ name: "z.zip", bytes: locked })).toBe("unreadable-archive");
	});

	it("refuses bombs: by declared size, by what comes out, by depth and by number", () => {
		const declare = (bytes: Uint8Array, size: number): Uint8Array => {
			const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
			view.setUint32(bytes.length - 22 - 46 - "a.txt".length + 24, size, true);
			return bytes;
		};
		const zeros = zipSync({ "a.txt": [new Uint8Array(4_000_000), { level: 6 }] });
		expect(refusal({ name: "big.zip", bytes: declare(zeros.slice(), LIMITS.fileBytes + 1) })).toBe(
			"too-large",
		);
		// An entry that declares 100 bytes and inflates to 4 MB.
		expect(refusal({ name: "lie.zip", bytes: declare(zeros.slice(), 100) })).toBe("unreadable-archive");

		let nested = zip("0.zip", { "a.txt": "a" });
		for (let i = 1; i <= LIMITS.depth; i++) nested = zip(`${i}.zip`, { [`${i}.zip`]: nested.bytes });
		expect(refusal(nested)).toBe("too-large");

		const many = Object.fromEntries(Array.from({ length: LIMITS.entries + 1 }, (_, i) => [`${i}.txt`, ""]));
		expect(refusal(zip("many.zip", many))).toBe("too-large");
	});
});
