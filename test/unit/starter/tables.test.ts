import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildStarterSet } from "../../../utils/codesets/starter/build-set";
import { buildFlatSet } from "../../../utils/codesets/starter/flat-table";
import { TableError } from "../../../utils/codesets/starter/types";

const AXES = [
	"r\t1\tright",
	"r\t2\tleft",
	"r\t9\tunspecified",
	"x7\tA\tinitial encounter",
	"x7\tS\tsequela",
	"dn\t-\t%",
	"dn\t1\tdisplaced % right",
	"dn\t4\tnondisplaced % right",
	"j\t0\tunspecified joint",
	"j\t1\tshoulder",
	"j\t11\tright shoulder",
	"j\t12\tleft shoulder",
].join("\n");

function build(table: string, name = "19-injury.tsv") {
	return buildStarterSet({
		chapters: { name: "chapters.tsv", text: "13\tM00\tM99\tMusculoskeletal\n19\tS00\tT88\tInjury" },
		axes: { name: "axes.tsv", text: AXES },
		tables: [{ name, text: table }],
	});
}

function titles(table: string, name?: string): Record<string, string> {
	return Object.fromEntries(build(table, name).rows.map((r) => [r.code, r.title]));
}

function problems(table: string, name?: string): string[] {
	try {
		build(table, name);
	} catch (error) {
		if (error instanceof TableError) return error.problems.map((p) => `${p.file}:${p.line}: ${p.message}`);
		throw error;
	}
	return [];
}

describe("families", () => {
	it("expands side and episode, pads with X and makes the levels in between", () => {
		const set = build(
			"S61\tOpen wound\nS61.0\tOpen wound of thumb\nS61.01{r:12}{x7}\tLaceration of {r} thumb, {x7}",
		);
		expect(set.rows.map((r) => `${r.billable ? "+" : "-"} ${r.code} ${r.title}`)).toEqual([
			"- S61 Open wound",
			"- S61.0 Open wound of thumb",
			"- S61.01 Laceration of thumb",
			"- S61.011 Laceration of right thumb",
			"+ S61.011A Laceration of right thumb, initial encounter",
			"+ S61.011S Laceration of right thumb, sequela",
			"- S61.012 Laceration of left thumb",
			"+ S61.012A Laceration of left thumb, initial encounter",
			"+ S61.012S Laceration of left thumb, sequela",
		]);
		expect(set.seventh[0]).toEqual({
			level: "S61.011",
			choices: [
				{ char: "A", text: "initial encounter" },
				{ char: "S", text: "sequela" },
			],
		});
		expect(titles("T07{x7}\tUnspecified multiple injuries, {x7}")).toMatchObject({
			"T07.XXXA": "Unspecified multiple injuries, initial encounter",
		});
	});

	it("takes the parent's title for ~, at the start and inside", () => {
		const t = titles("S61\tOpen wound\nS61.0\t~ of thumb\nS61.00\tUnspecified ~");
		expect(t).toMatchObject({ "S61.0": "Open wound of thumb", "S61.00": "Unspecified open wound of thumb" });
	});

	it("passes words through an axis and drops a part in angle brackets with its axis", () => {
		const t = titles(
			"S52\tFracture\nS52.1\tUpper end\nS52.12{dn}\t{dn|fracture of head of} radius\nS52.5\tColles\nS52.53{r:19}\tColles' fracture< of {r} radius>",
		);
		expect(t["S52.12"]).toBe("Fracture of head of radius");
		expect(t["S52.124"]).toBe("Nondisplaced fracture of head of right radius");
		expect(t["S52.53"]).toBe("Colles' fracture");
		expect(t["S52.539"]).toBe("Colles' fracture of unspecified radius");
	});

	it("makes inner levels of an axis with two characters", () => {
		const t = titles("M00\tPyogenic arthritis\nM00.0{j}\tStaphylococcal arthritis, {j}", "13-bones.tsv");
		expect(t).toMatchObject({
			"M00.00": "Staphylococcal arthritis, unspecified joint",
			"M00.01": "Staphylococcal arthritis, shoulder",
			"M00.012": "Staphylococcal arthritis, left shoulder",
		});
	});

	it("puts words and notes on the level that the whole row shares", () => {
		const set = build(
			"S61\tOpen wound\t\tex1=open fracture (S62.-)\nS61.0\tThumb\nS61.01{r}{x7}\tLaceration of {r} thumb, {x7}\t+cut thumb",
		);
		expect(set.notes).toContainEqual({ code: "S61", kind: "excludes1", text: "open fracture (S62.-)" });
		expect(set.notes).toContainEqual({ code: "S61.01", kind: "inclusionTerm", text: "Cut thumb" });
		expect(set.index).toContainEqual({ parts: ["cut thumb"], code: "S61.01", isDefault: true });
	});
});

describe("table checks name file, line and cause", () => {
	const cases: [string, string, RegExp][] = [
		["unknown axis", "S61\tWound\nS61.{q}\tWound {q}", /^19-injury\.tsv:2: unknown axis "q"/],
		["impossible value", "S61\tWound\nS61.{r:5}\tWound {r}", /:2: axis r has no value 5/],
		["axis without words", "S61\tWound\nS61.{r}\tWound", /:2: the code uses axis r, the title does not/],
		["words without axis", "S61\tWound\nS61.1\tWound {r}", /:2: the title uses axis r, the code does not/],
		["unknown parent", "S61\tWound\nS61.012\tWound of thumb", /:2: S61\.012 has no parent/],
		["duplicate", "S61\tWound\nS61.1\tA\nS61.1\tB", /:3: S61\.1 is already at 19-injury\.tsv:2/],
		["flag against hierarchy", "S61\tWound\t\theader\nS61.1\tA", /:2: S61 is marked as header/],
		["other chapter", "M61\tMuscle", /:1: M61 is outside chapter 19/],
		["impossible code", "S6\tWound", /:1: impossible code S6/],
		["unknown note", "S61\tWound\t\texcl=x", /:1: not a note/],
		["too many columns", "S61\tWound\ta\tex1=b\tc", /:1: 5 columns/],
		["words for nothing", "S61\tWound\nS62.1\t=\tcut", /:2: S62\.1 gets words but is not held/],
		[
			"two titles for a level",
			"S61\tWound\nS61.1{r:1}\tA {r}\nS61.1{r:2}\tB {r}",
			/:3: level S61\.1 gets another title/,
		],
	];
	for (const [name, table, message] of cases) {
		it(name, () => {
			const found = problems(table);
			expect(found.join("\n")).toMatch(message);
		});
	}

	it("names every problem, not only the first", () => {
		expect(problems("S61\tWound\nS61.{q}\tA\nS6\tB")).toHaveLength(2);
	});

	it("names problems of flat tables", () => {
		const flat = (text: string) => () => buildFlatSet({ name: "hcpcs.tsv", text }, "HCPCS");
		expect(flat("J1100\tA\nJ1100\tB")).toThrow("hcpcs.tsv:2: J1100 is already at line 1");
		expect(flat("99213\tVisit")).toThrow('hcpcs.tsv:1: "99213" is no HCPCS code');
		expect(flat("J1100\t")).toThrow("hcpcs.tsv:1: ");
	});

	it("answers any text with rows or a TableError", () => {
		const piece = fc.constantFrom(
			"S61",
			"S61.0",
			"{r}",
			"{x7}",
			"\t",
			"\n",
			"~",
			"=",
			"+",
			"|",
			"<",
			">",
			"ex1=a;",
			"Ä",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
				try {
					build(parts.join(""));
				} catch (error) {
					expect(error).toBeInstanceOf(TableError);
				}
			}),
			{ numRuns: 500 },
		);
	});
});
