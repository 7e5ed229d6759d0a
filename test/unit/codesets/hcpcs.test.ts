import { describe, expect, it } from "vitest";
import { codeStatus } from "../../../utils/codesets/editions/code-status";
import { ImportError } from "../../../utils/codesets/import/import-error";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { compilePack } from "../../../utils/engine/compile";
import { file, hcpcsRecord, zip } from "./files";

const NAME = "HCPC2026_JAN_ANWEB.txt";
const LINES = [
	"***Disclaimers\t\t\t",
	"\u00a0\u00a0 nothing is promised\u00a0",
	"",
	hcpcsRecord("QX", 10, 7, "Invented modifier that goes"),
	hcpcsRecord("QX", 20, 8, "on and on"),
	hcpcsRecord("A9901", 10, 3, "Invented bandage, wide, of the kind that", {
		short: "Invent bandage",
		added: "20200101",
	}),
	hcpcsRecord("A9901", 20, 4, "needs a second line").slice(0, 60),
	hcpcsRecord("A9902", 10, 3, "Old bandage", { added: "20100101", ended: "20251231", xref: "A9901" }),
	hcpcsRecord("A9903", 10, 3, "Bandage that ends this year", { added: "20100101", ended: "20260630" }),
];
const TEXT = Uint8Array.from(LINES.join("\r\n"), (c) => c.charCodeAt(0));

describe("HCPCS ANWEB", () => {
	const set = openCodeSet(compilePack([zip("h.zip", { [`HCPC 2026/${NAME}`]: TEXT })]));

	it("joins further records, skips disclaimers, pads short records", () => {
		expect(set.title(set.find("a9901"))).toBe("Invented bandage, wide, of the kind that needs a second line");
		expect(set.modifiers()).toEqual([
			{ code: "QX", title: "Invented modifier that goes on and on", from: null, to: null },
		]);
		expect(set.release).toMatchObject({
			edition: "2026-01",
			validFrom: "2026-01-01",
			validTo: null,
			counts: { rows: 3, billable: 2, terminated: 2, modifiers: 1, skippedLines: 3 },
		});
	});

	it("marks what ended and names what the publisher refers to", () => {
		expect(set.validity(set.find("A9902"))).toEqual({ from: "2010-01-01", to: "2025-12-31" });
		expect(codeStatus("A9902", "2026-02-01", [set])).toMatchObject({
			state: "ended",
			lastDay: "2025-12-31",
			successors: [{ code: "A9901", how: "reference" }],
		});
		expect(codeStatus("A9903", "2026-06-30", [set]).state).toBe("valid");
		expect(codeStatus("A9903", "2026-07-01", [set]).state).toBe("ended");
	});

	it.each([
		["a further line without its first", [hcpcsRecord("A9901", 20, 4, "lost")], 1],
		["a code twice", [LINES[5]!, LINES[7]!, LINES[5]!], 3],
		["a line cut inside its record number", [LINES[5]!, "A99020"], 2],
	])("refuses %s with its line", (_what, lines, line) => {
		expect(() => compilePack([file(NAME, lines.join("\r\n"))])).toThrow(ImportError);
		try {
			compilePack([file(NAME, lines.join("\r\n"))]);
		} catch (error) {
			expect((error as ImportError).line).toBe(line);
		}
	});
});
