import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { table, tableRows } from "../../../utils/lexicon/tables";
import { CAUSE_SORTS } from "../../../utils/notes/causes/table";
import { canonical } from "../../../utils/notes/dictionary/entry";
import { DRUG_SORTS } from "../../../utils/notes/drugs/table";
import { combinations } from "../../../utils/notes/rules/combinations";
import { SECTION_ROLES } from "../../../utils/notes/sections";
import { selectionModel } from "../../../utils/notes/select/model";
import { MEANINGS } from "../../../utils/notes/terms/meaning-words";
import { isStop, keysOf, type Term, termsOf } from "../../../utils/notes/terms/terms";
import { wordForms } from "../../../utils/notes/terms/word-forms";
import { baseForm } from "../../../utils/text/base-form";

const CODE = /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/;
const PREFIX = /^[A-Z](?:\d(?:[0-9A-Z](?:\.[0-9A-Z]{0,4})?)?)?$/;
const ROLES = new Set<string>(SECTION_ROLES);
const KINDS = new Set(["", "office", "ed", "procedure", "imaging", "pathology", "discharge", "consult"]);

beforeAll(() => loadTables());

/** Faults of a table, each with file and line. */
function faults<Column extends string>(
	name: string,
	columns: readonly Column[],
	check: (cells: Record<Column, string>) => string | null,
): string[] {
	return tableRows(name, columns).flatMap(({ cells, line }) => {
		const cause = check(cells);
		return cause === null ? [] : [`data/${name}.tsv:${line}: ${cause}`];
	});
}

describe("tables of note reading", () => {
	it("cues name a code, known sections, and no row twice", () => {
		const seen = new Set<string>();
		const found = faults("rules/cues", ["phrase", "code", "roles", "near", "past"], (cells) => {
			const id = [cells.phrase, cells.code, cells.roles, cells.near].join("|");
			if (seen.has(id)) return "stands twice";
			seen.add(id);
			if (!CODE.test(cells.code)) return `"${cells.code}" is no code`;
			const role = cells.roles.split("|").find((one) => one !== "" && !ROLES.has(one));
			if (role !== undefined) return `unknown section "${role}"`;
			return cells.past === "" || cells.past === "yes" ? null : `past is "${cells.past}"`;
		});
		expect(found).toEqual([]);
	});

	it("drugs have a code without intent, their effects a code and a source", () => {
		const found = [
			...faults("rules/drug-codes", ["code", "drugs"], (cells) => {
				if (!/^T(?:3[6-9]|4\d|50)\.\d[\dX]$/.test(cells.code)) return `"${cells.code}" is no drug`;
				return cells.drugs === "" ? "no drugs" : null;
			}),
			...faults("rules/drug-effects", ["when", "drugs", "gives", "adds", "source"], (cells) => {
				const wrong = [...cells.when.split("|"), ...cells.drugs.split("|")].find(
					(start) => start !== "" && !PREFIX.test(start),
				);
				if (wrong !== undefined) return `"${wrong}" starts no code`;
				if (cells.gives !== "-" && !PREFIX.test(cells.gives.replace("$", "")) && !CODE.test(cells.gives))
					return `"${cells.gives}" is no code`;
				return cells.source === "" ? "no source" : null;
			}),
			...faults("rules/drug-words", ["sort", "code", "words"], (cells) => {
				if (!(DRUG_SORTS as readonly string[]).includes(cells.sort)) return `unknown sort "${cells.sort}"`;
				if ((cells.sort === "reason") !== CODE.test(cells.code)) return `code is "${cells.code}"`;
				return cells.words === "" ? "no words" : null;
			}),
		];
		expect(found).toEqual([]);
	});

	it("verbs of injuries read as a noun, and no row stands twice", () => {
		const seen = new Set<string>();
		const found = faults("rules/injury-verbs", ["verb", "reads", "objects", "after"], (cells) => {
			if (cells.verb === "" || !/^[a-z-]+(?: [a-z]+)*$/.test(cells.reads)) return "no verb or no noun";
			for (const verb of cells.verb.split(" ")) {
				const id = [verb, cells.reads, cells.objects, cells.after].join("|");
				if (seen.has(id)) return `"${verb}" stands twice`;
				seen.add(id);
			}
			return null;
		});
		expect(found).toEqual([]);
	});

	it("regions with sides have words, and no word twice in one", () => {
		const found = faults("rules/side-regions", ["region", "words"], ({ words }) => {
			const each = words.split(" ");
			return words === "" || new Set(each).size < each.length ? `words are "${words}"` : null;
		});
		expect(found).toEqual([]);
	});

	it("external causes have a sort, a code of their chapter and words, and no row twice", () => {
		const sorts = new Set<string>(CAUSE_SORTS);
		const groups = new Set<string>();
		const seen = new Set<string>();
		const found = faults("rules/causes", ["sort", "code", "words", "with", "not"], (cells) => {
			if (cells.words === "") return "no words";
			const named =
				[cells.words, cells.with, cells.not].join(" ").match(/(?<![\w/])[A-Z]{2,}(?![\w/])/g) ?? [];
			const unknown = named.find((name) => !groups.has(name));
			if (unknown !== undefined) return `no group "${unknown}" above`;
			if (cells.sort === "word") {
				groups.add(cells.code);
				return /^[A-Z]+$/.test(cells.code) ? null : `"${cells.code}" names no group`;
			}
			if (!sorts.has(cells.sort)) return `unknown sort "${cells.sort}"`;
			if (!/^[V-Y]/.test(cells.code) || !CODE.test(cells.code)) return `"${cells.code}" is no external cause`;
			const row = Object.values(cells).join("|");
			if (seen.has(row)) return "stands twice";
			seen.add(row);
			return null;
		});
		expect(found).toEqual([]);
	});

	it("looks that are part of an operation name a range that leaves themselves out", () => {
		const found = faults("rules/procedure-included", ["basic", "from", "to"], ({ basic, from, to }) => {
			const wrong = [basic, from, to].find((number) => !/^\d{5}$/.test(number));
			if (wrong !== undefined) return `"${wrong}" is no number`;
			if (from > to) return `${from} stands behind ${to}`;
			return basic >= from && basic <= to ? `${basic} would be part of itself` : null;
		});
		expect(found).toEqual([]);
	});

	it("words of procedures stand once", () => {
		const seen = new Set<string>();
		const found = faults("rules/procedure-words", ["word", "means"], ({ word, means }) => {
			if (seen.has(word)) return `"${word}" stands twice`;
			seen.add(word);
			return means === "" ? "means nothing" : null;
		});
		expect(found).toEqual([]);
	});

	it("history names prefixes and codes", () => {
		const found = faults("rules/history", ["prefix", "personal", "family"], (cells) => {
			if (!PREFIX.test(cells.prefix)) return `"${cells.prefix}" is no prefix`;
			const wrong = [cells.personal, cells.family].find((code) => code !== "" && !CODE.test(code));
			return wrong === undefined ? null : `"${wrong}" is no code`;
		});
		expect(found).toEqual([]);
	});

	it("combinations read, and name prefixes and codes", () => {
		expect(combinations().length).toBeGreaterThan(40);
		const found = faults("rules/combinations", ["when", "with", "gives"], (cells) => {
			const wrong = cells.when.split("|").find((prefix) => !PREFIX.test(prefix));
			if (wrong !== undefined) return `"${wrong}" is no prefix`;
			return cells.gives === "-" || CODE.test(cells.gives.replace("$", ""))
				? null
				: `"${cells.gives}" is no code`;
		});
		expect(found).toEqual([]);
	});

	it("words that a combination asks for are heard: no stop words", () => {
		const forms = wordForms();
		const heard = (word: string): boolean => {
			const terms = termsOf(word, 0, word.length, forms);
			return word.includes("=") || (terms.length === 1 && !isStop(terms[0] as Term));
		};
		const found = faults("rules/combinations", ["with", "unless"], (cells) => {
			const words = [cells.with, cells.unless]
				.filter((cell) => cell.startsWith("word:"))
				.flatMap((cell) => cell.slice(5).split(/[|+]/));
			const deaf = words.find((word) => !heard(word));
			return deaf === undefined ? null : `"${deaf}" is never heard`;
		});
		expect(found).toEqual([]);
	});

	it("no guarded phrase has a twin without the guard: same words, same concept", () => {
		const forms = wordForms();
		const open = new Map<string, string>();
		const guarded: [string, string][] = [];
		for (const name of ["lexicon/phrases", "lexicon/lay"])
			for (const { cells, line } of tableRows(name, ["phrase", "concept", "hint"])) {
				const keys = canonical(keysOf(cells.phrase, forms));
				const alone = keys.length === 1 && !cells.phrase.includes(" ") ? baseForm(cells.phrase) : "";
				// Such a phrase of one short word is no entry.
				if (keys.length === 1 && alone === "" && (keys[0] as string).length < 4) continue;
				const id = `${keys.join(" ")} ${cells.concept}`;
				const place = `data/${name}.tsv:${line} ${cells.phrase}`;
				if (cells.hint.includes("not=")) guarded.push([`${id} ${alone}`, place], [`${id} `, place]);
				if (cells.hint === "") open.set(`${id} ${alone}`, place);
			}
		const found = guarded.flatMap(([id, place]) => (open.has(id) ? [`${place}: ${open.get(id)}`] : []));
		expect(found).toEqual([]);
	});

	it.each(["rules/told-without", "rules/injury-tissues"])("%s has single words, each once", (name) => {
		const seen = new Set<string>();
		const found = faults(name, ["words"], ({ words }) => {
			for (const word of words.split(" ")) {
				if (!/^[a-z]+$/.test(word)) return `"${word}" is no word`;
				if (seen.has(word)) return `"${word}" twice`;
				seen.add(word);
			}
			return null;
		});
		expect(found).toEqual([]);
	});

	it("procedure nouns name prefixes and known sections", () => {
		const found = faults("rules/procedure-nouns", ["word", "codes", "roles"], (cells) => {
			if (cells.word === "") return "no word";
			const wrong = cells.codes.split("|").find((prefix) => !PREFIX.test(prefix));
			if (wrong !== undefined) return `"${wrong}" is no prefix`;
			const role = cells.roles.split("|").find((one) => one !== "" && !ROLES.has(one));
			return role === undefined ? null : `unknown section "${role}"`;
		});
		expect(found).toEqual([]);
	});

	it("symptoms and long-term drugs name prefixes and codes", () => {
		const symptoms = faults("rules/symptoms", ["symptom", "part-of"], (cells) => {
			const wrong = [cells.symptom, ...cells["part-of"].split(" ")].find((prefix) => !PREFIX.test(prefix));
			return wrong === undefined ? null : `"${wrong}" is no prefix`;
		});
		const drugs = faults("rules/long-term-drugs", ["code", "drugs"], (cells) =>
			/^Z79\.\d+$/.test(cells.code) && cells.drugs !== "" ? null : "no Z79 code or no drugs",
		);
		expect([...symptoms, ...drugs]).toEqual([]);
	});

	it("telling words stand before, after or right behind and say something, each once", () => {
		const seen = new Set<string>();
		const found = faults("rules/telling-words", ["words", "place", "tells"], (cells) => {
			if (!/^[a-z]+(?: [a-z]+)*$/.test(cells.words)) return `"${cells.words}" is not lower-case words`;
			if (!["before", "after", "next"].includes(cells.place)) return `unknown place "${cells.place}"`;
			const key = `${cells.words}|${cells.place}`;
			if (seen.has(key)) return `"${cells.words}" twice`;
			seen.add(key);
			return /^[a-z]+$/.test(cells.tells) ? null : "says nothing";
		});
		expect(found).toEqual([]);
	});

	it("describing words are single words, each once", () => {
		const seen = new Set<string>();
		const found = faults("rules/describing-words", ["topic", "words"], ({ topic, words }) => {
			if (!/^[a-z]+$/.test(topic)) return `"${topic}" is no topic`;
			for (const word of words.split(" ")) {
				if (!/^[a-z]+(?:-[a-z]+)*$/.test(word)) return `"${word}" is no word`;
				if (seen.has(word)) return `"${word}" twice`;
				seen.add(word);
			}
			return null;
		});
		expect(found).toEqual([]);
	});

	it("words with a meaning are single words under a known meaning, each once", () => {
		const seen = new Set<string>();
		const found = faults("rules/meaning-words", ["meaning", "words"], ({ meaning, words }) => {
			if (!(MEANINGS as readonly string[]).includes(meaning)) return `unknown meaning "${meaning}"`;
			for (const word of words.split(" ")) {
				if (!/^[a-z]+$/.test(word)) return `"${word}" is no word`;
				if (seen.has(word)) return `"${word}" twice`;
				seen.add(word);
			}
			return null;
		});
		expect(found).toEqual([]);
	});

	it("words for an episode stand once, each with words that move it to another time", () => {
		const seen = new Set<string>();
		const found = faults("rules/other-time", ["words", "before", "after", "within"], (cells) => {
			if (!/^[1-3]$/.test(cells.within)) return `"${cells.within}" is no distance`;
			if (`${cells.before}${cells.after}` === "") return "no word beside it";
			for (const word of cells.words.split(" ")) {
				if (seen.has(word)) return `"${word}" twice`;
				seen.add(word);
			}
			return null;
		});
		expect(found).toEqual([]);
	});

	it("parts that come in twos name one word for each, and each once", () => {
		const seen = new Set<string>();
		const found = faults("rules/paired-parts", ["part", "both"], (cells) => {
			if (!/^[a-z]+$/.test(cells.part)) return `"${cells.part}" is no word`;
			if (seen.has(cells.part)) return `"${cells.part}" twice`;
			seen.add(cells.part);
			return cells.both === "" || /^[a-z]+$/.test(cells.both) ? null : `"${cells.both}" is no word`;
		});
		expect(found).toEqual([]);
	});

	it("kinds name a kind or a setting and points", () => {
		const found = faults("rules/kinds", ["words", "where", "kind", "setting", "points"], (cells) => {
			if (!KINDS.has(cells.kind)) return `unknown kind "${cells.kind}"`;
			if (!["", "inpatient", "outpatient"].includes(cells.setting))
				return `unknown setting "${cells.setting}"`;
			if (cells.where !== "title" && cells.where !== "any") return `unknown place "${cells.where}"`;
			if (cells.kind === "" && cells.setting === "") return "says nothing";
			if (!/^[a-z]/.test(cells.words)) return `"${cells.words}" does not begin with a letter`;
			return Number(cells.points) > 0 ? null : "no points";
		});
		expect(found).toEqual([]);
	});

	it("no word form stands in two families, and no head is a form of another", () => {
		const owner = new Map<string, string>();
		const found: string[] = [];
		table("rules/word-forms")
			.split("\n")
			.forEach((line, i) => {
				const [head, forms] = line.split("\t");
				if (line.startsWith("#") || head === undefined || forms === undefined) return;
				for (const word of [head, ...forms.split(" ")]) {
					const known = owner.get(word);
					if (known !== undefined && known !== head)
						found.push(`data/rules/word-forms.tsv:${i + 1}: "${word}" is also ${known}`);
					owner.set(word, head);
				}
			});
		expect(found).toEqual([]);
	});

	it("selection has weights for all depths and cut-offs between 0 and 1", () => {
		const { weights, thresholds } = selectionModel();
		expect(weights.size).toBeGreaterThan(100);
		for (const depth of ["core", "managed", "all"] as const) {
			expect(thresholds[depth]).toBeGreaterThan(0);
			expect(thresholds[depth]).toBeLessThan(1);
		}
		for (const [feature, row] of weights)
			for (const value of Object.values(row)) expect(Number.isFinite(value), feature).toBe(true);
	});
});
