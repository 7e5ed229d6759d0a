import { describe, expect, it } from "vitest";
import { readStarterFlat, readStarterIcd } from "../../../scripts/read-tables";
import { readPack, writePack } from "../../../utils/codesets/pack/container";
import { buildSet } from "../../../utils/codesets/set/build-set";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { toDraft } from "../../../utils/codesets/starter/to-draft";

const icd = readStarterIcd();
const titleOf = new Map(icd.rows.map((r) => [r.code, r.title]));

describe("the ICD-10-CM starter tables", () => {
	it("hold what a clinic, an emergency department or a ward codes", () => {
		expect(icd.rows.filter((r) => r.billable).length).toBeGreaterThanOrEqual(15_000);
		expect(icd.rows.filter((r) => r.code.length === 3).length).toBeGreaterThanOrEqual(1_900);
		for (const chapter of icd.chapters) {
			const held = icd.rows.some(
				(r) => r.code >= chapter.from && r.code.slice(0, 3) <= chapter.to && r.billable,
			);
			expect(held, `chapter ${chapter.number}`).toBe(true);
		}
	});

	it("leave no placeholder, doubled blank or dangling comma in a title", () => {
		const odd = icd.rows.filter((r) => /[{}~<>]|(?<!\d)%|^[a-z]|\s{2}|[,\s]$|,,| ,/.test(r.title));
		expect(odd.map((r) => `${r.code} ${r.title}`)).toEqual([]);
	});

	it("leave no preposition behind where an axis is still open", () => {
		const dangling =
			/\b(affecting|involving|and|or|of|in|with|the|due to)$|, side$|\bof (and|with|without)\b/;
		const odd = icd.rows.filter((r) => dangling.test(r.title) && !/effect of and|cave-in$/.test(r.title));
		expect(odd.map((r) => `${r.code} ${r.title}`)).toEqual([]);
	});

	it("send no words to two places of the classification", () => {
		const codes = new Map<string, Set<string>>();
		for (const entry of icd.index) {
			const words = entry.parts.join(" ").toLowerCase();
			codes.set(words, (codes.get(words) ?? new Set()).add(entry.code));
		}
		const twice = [...codes].filter(([, set]) => {
			const [top = "", ...rest] = [...set].sort();
			return rest.some((code) => !code.startsWith(top));
		});
		expect(twice.map(([words, set]) => `${words}: ${[...set].join(", ")}`)).toEqual([]);
	});

	it("cite in notes only codes and ranges that the set holds", () => {
		const categories = [...titleOf.keys()].filter((c) => c.length === 3).sort();
		const unknown: string[] = [];
		for (const note of icd.notes) {
			for (const [, list] of note.text.matchAll(/\(([A-Z]\d.*?)\)/g)) {
				for (const cited of (list as string).split(/, (?=[A-Z]\d)/)) {
					const [first = "", last = first] = cited.split(" ")[0]?.split(/-(?=[A-Z])/) ?? [];
					for (const code of [first, last].map((c) => c.replace(/\.?-$/, ""))) {
						const known = titleOf.has(code) || categories.includes(code.slice(0, 3));
						if (!known) unknown.push(`${note.code}: ${cited}`);
					}
				}
			}
		}
		expect(unknown).toEqual([]);
	});

	it("has a 7th character wherever a code is that long", () => {
		const choices = new Map(icd.seventh.map((s) => [s.level, s.choices.map((c) => c.char)]));
		const bare = icd.rows.filter((r) => {
			if (r.code.length !== 8 || !/^[OSTVWXYM]/.test(r.code)) return false;
			let level = r.code.slice(0, -1);
			while (level.length >= 3 && !choices.has(level)) level = level.slice(0, -1);
			return !choices.get(level)?.includes(r.code.slice(-1));
		});
		expect(bare.map((r) => r.code)).toEqual([]);
	});

	it("survives packing: codes, flags, titles, notes, words and last characters", () => {
		const set = openCodeSet(readPack(writePack({ normaliser: 1, lexicon: 1 }, buildSet(toDraft(icd)))));
		expect(set.size).toBe(icd.rows.length);
		expect(set.release).toMatchObject({ system: "ICD-10-CM", edition: "FY2027", starter: true });
		const row = set.find("i10");
		expect(set.title(row)).toBe("Essential (primary) hypertension");
		expect(set.billable(row)).toBe(true);
		expect(set.indexPaths(row).map((p) => p.parts.join(" "))).toContain("HTN");
		expect(set.indexPaths(row).every((p) => p.source === "starter")).toBe(true);
		expect(set.notes(set.find("N18")).some((n) => n.kind === "codeFirst")).toBe(true);
		expect(set.seventhCharacters(set.find("S52.501")).map((c) => c.char)).toContain("A");
		expect(set.chapter(set.find("S52.501A"))).toBe("19");
	});
});

describe("the HCPCS and CPT starter tables", () => {
	it("hold at least 800 and 500 codes, each with a name of its own", () => {
		for (const [system, least] of [
			["HCPCS", 800],
			["CPT", 500],
		] as const) {
			const set = readStarterFlat(system);
			expect(set.rows.length).toBeGreaterThanOrEqual(least);
			const names = new Map<string, string>();
			const twice = set.rows.filter((r) => {
				const there = names.get(r.title);
				names.set(r.title, r.code);
				return there !== undefined;
			});
			expect(twice.map((r) => `${r.code} ${r.title}`)).toEqual([]);
		}
	});
});
