import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import type { CodeSet } from "../../../utils/codesets/types";
import { checkCodes } from "../../../utils/edits/check";
import { officialSet } from "../codesets/official";
import { goldLists, RIGHTLY_FOUND } from "./gold-lists";
import {
	type Mutant,
	notePairs,
	pick,
	type Random,
	randomFrom,
	sidedFamilies,
	tells,
	withSeventh,
} from "./mutations";

/**
 * 400 lists, each a coder's list with one fault put into it, the faults taken from the Tabular notes of the
 * whole FY2026 set. Every fault is found under its rule, and the lists without one stay silent.
 */
const PER_KIND = 25;

let set: CodeSet;
let valid: string[][];

beforeAll(() => {
	loadTables();
	set = officialSet("icd10cm-2026");
	valid = goldLists()
		.filter((list) => !RIGHTLY_FOUND.has(list.id))
		.map((list) => list.codes);
});

const loud = (codes: string[], ageYears?: number) =>
	checkCodes({ codes, ...(ageYears === undefined ? {} : { ageYears }) }, [set]);
/** Findings that are not about one of the added codes: the list itself has to be silent. */
const quiet = (codes: string[]) => loud(codes).filter((finding) => finding.severity !== "info");

/** A valid list that a code can be added to without meaning a second thing: not the same category. */
const besides = (random: Random, ...codes: string[]): string[] => {
	for (;;) {
		const list = pick(random, valid);
		if (!list.some((one) => codes.some((code) => one.slice(0, 3) === code.slice(0, 3)))) return list;
	}
};

/** Makes `PER_KIND` mutants; a try that gives null (no such case in this list) is made again. */
function mutants(seed: number, make: (random: Random) => Mutant | null): Mutant[] {
	const random = randomFrom(seed);
	const made: Mutant[] = [];
	for (let tries = 0; made.length < PER_KIND && tries < 20_000; tries++) {
		const mutant = make(random);
		if (mutant) made.push(mutant);
	}
	return made;
}

const KINDS: Record<string, () => (random: Random) => Mutant | null> = {
	"a header instead of the code": () => (random) => {
		const codes = pick(random, valid).slice();
		const at = Math.floor(random() * codes.length);
		const code = codes[at] as string;
		const header = set.code(set.parent(set.find(code)));
		if (
			set.parent(set.find(code)) < 0 ||
			code.length > 7 ||
			set.seventhCharacters(set.find(header)).length > 0
		)
			return null;
		codes[at] = header;
		return { codes, rule: "not-full-length", about: [header] };
	},
	"7th character left out": () => {
		const injuries = withSeventh(set);
		return (random) => {
			const code = pick(random, injuries).slice(0, -1).replace(/X+$/, "");
			const stem = code.replace(/\.$/, "");
			if (set.find(stem) < 0 || set.billable(set.find(stem))) return null;
			return { codes: [stem, ...besides(random, stem)], rule: "seventh-character", about: [stem] };
		};
	},
	"7th character that the family does not have": () => {
		const injuries = withSeventh(set);
		return (random) => {
			const code = `${pick(random, injuries).slice(0, -1)}Z`;
			return { codes: [code, ...besides(random, code)], rule: "seventh-character", about: [code] };
		};
	},
	"a code that does not exist": () => (random) => {
		const codes = pick(random, valid).slice();
		const at = Math.floor(random() * codes.length);
		const made = `${(codes[at] as string).slice(0, 3)}.${pick(random, ["Q", "W", "Y"])}${pick(random, ["7", "8"])}`;
		if (set.find(made) >= 0 || set.seventhCharacters(set.find(made.slice(0, 3))).length > 0) return null;
		codes[at] = made;
		return { codes, rule: "not-found", about: [made] };
	},
	"a code twice": () => (random) => {
		const codes = pick(random, valid);
		const again = pick(random, codes);
		return { codes: [...codes, again], rule: "duplicate", about: [again] };
	},
	"a pair under an Excludes1 note": () => {
		const pairs = notePairs(set, "excludes1");
		return (random) => {
			const [one, other] = pick(random, pairs);
			return { codes: [...besides(random, one, other), one, other], rule: "excludes1", about: [one, other] };
		};
	},
	"cause behind its manifestation": () => {
		const pairs = notePairs(set, "codeFirst").filter(([code]) =>
			/classified elsewhere/i.test(set.title(set.find(code))),
		);
		return (random) => {
			const [manifestation, cause] = pick(random, pairs);
			return {
				codes: [manifestation, cause, ...besides(random, manifestation, cause)],
				rule: "manifestation-order",
				about: [manifestation],
			};
		};
	},
	"code first partner behind": () => {
		const all = notePairs(set, "codeFirst");
		const known = new Set(all.map((pair) => pair.join(" ")));
		const pairs = all.filter(
			([code, first]) =>
				!/classified elsewhere/i.test(set.title(set.find(code))) &&
				// Where the notes of both name each other, no order is right or wrong.
				!known.has(`${first} ${code}`),
		);
		return (random) => {
			const [code, first] = pick(random, pairs);
			const head = besides(random, code, first)[0] as string;
			return { codes: [head, code, first], rule: "code-first", about: [code, first] };
		};
	},
	"use additional partner left out": () => {
		const asking = [
			"E11.22",
			"E10.22",
			"I12.9",
			"I12.0",
			"I13.0",
			"E11.621",
			"E10.621",
			"E08.22",
			"I11.0",
			"I13.2",
		];
		return (random) => {
			const code = pick(random, asking);
			const list = besides(random, code, "N18", "I50", "L97", "E11", "E10", "I10", "I11", "I12", "I13");
			return { codes: [...list, code], rule: "use-additional", about: [code] };
		};
	},
	"external cause first": () => {
		const causes = [
			"W19.XXXA",
			"V89.2XXA",
			"W01.0XXA",
			"X50.0XXA",
			"Y93.01",
			"W54.0XXA",
			"Y92.009",
			"W22.8XXA",
		];
		return (random) => {
			const code = pick(random, causes);
			return { codes: [code, ...besides(random, code)], rule: "external-cause-first", about: [code] };
		};
	},
	"secondary-only code first": () => {
		const only = [
			"Z68.35",
			"B95.61",
			"B96.20",
			"R29.710",
			"Z17.0",
			"Z16.12",
			"Z3A.20",
			"Z79.01",
			"Y90.5",
			"R65.20",
		];
		return (random) => {
			const code = pick(random, only);
			return {
				codes: [code, ...besides(random, code)],
				rule: code.startsWith("Y") ? "external-cause-first" : "never-first",
				about: [code],
			};
		};
	},
	"first-listed-only code further down": () => {
		const first = [
			"Z00.00",
			"Z01.818",
			"Z02.1",
			"Z04.1",
			"Z34.01",
			"Z38.00",
			"Z51.11",
			"Z51.0",
			"Z39.2",
			"Z00.129",
		];
		return (random) => {
			const code = pick(random, first);
			const list = besides(random, code);
			if (list.some((one) => one.startsWith("Z"))) return null;
			return { codes: [...list, code], rule: "first-listed-only", about: [code] };
		};
	},
	"right and left instead of both": () => {
		const families = sidedFamilies(set).filter((family) => family.both !== undefined);
		return (random) => {
			const { right, left } = pick(random, families);
			return {
				codes: [...besides(random, right), left, right],
				rule: "laterality-conflict",
				about: [right, left],
			};
		};
	},
	"unspecified side beside a side": () => {
		const families = sidedFamilies(set).filter((family) => family.open !== undefined);
		return (random) => {
			const { right, open } = pick(random, families) as { right: string; open: string };
			return {
				codes: [right, ...besides(random, right), open],
				rule: "unspecified-side",
				about: [open, right],
			};
		};
	},
	"sequela before what remains": () => {
		const injuries = withSeventh(set)
			.map((code) => `${code.slice(0, -1)}S`)
			.filter((code) => set.find(code) >= 0);
		return (random) => {
			const code = pick(random, injuries);
			const list = besides(random, code);
			if (/^[S-Z]/.test(list[0] as string)) return null;
			return { codes: [code, ...list], rule: "sequela-order", about: [code] };
		};
	},
	"age that the code excludes": () => {
		const cases: [string, number][] = [
			["P59.9", 30],
			["Z38.00", 4],
			["N40.1", 8],
			["O80", 70],
			["Z68.52", 45],
			["F03.90", 5],
			["I25.10", 6],
			["M81.0", 9],
			["Z00.110", 2],
			["Z00.129", 33],
		];
		return (random) => {
			const [code, ageYears] = pick(random, cases);
			return { codes: [...besides(random, code), code], rule: "age-conflict", about: [code], ageYears };
		};
	},
};

describe("checks on generated lists, full FY2026", () => {
	it("stays silent on the lists before they are changed", () => {
		const found = valid.flatMap((codes) =>
			quiet(codes).map((finding) => `${codes.join(" ")}: ${finding.text}`),
		);
		expect(found).toEqual([]);
		expect(valid.length).toBeGreaterThan(250);
	});

	for (const [name, open] of Object.entries(KINDS)) {
		it(`finds ${name}, ${PER_KIND} times of ${PER_KIND}`, () => {
			const made = mutants(name.length * 7919, open());
			expect(made).toHaveLength(PER_KIND);
			const unseen = made.filter((mutant) => !tells(loud(mutant.codes, mutant.ageYears), mutant));
			expect(unseen.map(({ codes }) => codes.join(" "))).toEqual([]);
		});
	}
});
