import { TableError, tableRows } from "../../lexicon/tables";
import type { Lasting } from "../../notes/rules/lasting";
import { type FindingLevel, isTopic, type Topic } from "../types";
import { type WordPattern, wordPattern } from "./word-pattern";

/** A row of data/rules/documentation.tsv, ready to run. */
export interface TableRule {
	id: string;
	topic: Topic;
	level: FindingLevel;
	/** "outpatient", "inpatient" or "" for both. */
	setting: string;
	/** Suggested codes that it is about, undotted; null for a rule on words alone. */
	codes: RegExp | null;
	/** Words that it is about where no such code is suggested; also what counts as speaking of it. */
	words: WordPattern | null;
	/** How the words count when they are told as history. */
	lasting: Lasting;
	/** Suggested codes that answer it. */
	unlessCodes: RegExp | null;
	/** Words that answer it, anywhere in the note. */
	unless: WordPattern | null;
	/** Words that answer it in a sentence that speaks of the condition. */
	unlessNear: WordPattern | null;
	/** A fact that must stand in the note, quoted as indicator. */
	needs: WordPattern | null;
	/** A fact that is quoted as indicator where it stands in the note. */
	shows: WordPattern | null;
	/** Other findings about the same words are left out. */
	alone: boolean;
	title: string;
	question: string;
	source: string;
	why: string;
}

const TABLE = "rules/documentation";
const COLUMNS = [
	"id",
	"topic",
	"level",
	"setting",
	"codes",
	"words",
	"lasting",
	"unless-codes",
	"unless",
	"unless-near",
	"needs",
	"shows",
	"alone",
	"title",
	"question",
	"source",
	"why",
] as const;

let rules: TableRule[] | null = null;

/** Rules of data/rules/documentation.tsv, in order. Throws TableError, with the line, for a row that is not sound. */
export function tableRules(): readonly TableRule[] {
	if (rules) return rules;
	const ids = new Set<string>();
	rules = tableRows(TABLE, COLUMNS).map(({ cells, line }): TableRule => {
		const fail = (cause: string): never => {
			throw new TableError(TABLE, line, cause);
		};
		const words = (text: string) => wordPattern(TABLE, line, text);
		const codes = (text: string): RegExp | null => {
			if (text === "") return null;
			try {
				return new RegExp(`^(?:${text})`);
			} catch {
				return fail(`pattern does not compile: ${text}`);
			}
		};
		if (ids.has(cells.id)) fail(`the id ${cells.id} is there twice`);
		ids.add(cells.id);
		if (!isTopic(cells.topic)) fail(`${cells.topic} is not a topic`);
		if (!["changes-code", "check"].includes(cells.level)) fail(`${cells.level} is not a level`);
		if (!["", "outpatient", "inpatient"].includes(cells.setting)) fail(`${cells.setting} is not a setting`);
		if (!["", "section", "always"].includes(cells.lasting)) fail(`${cells.lasting} is not a way of lasting`);
		if (cells.codes === "" && cells.words === "") fail("neither codes nor words");
		if (cells.source === "" || cells.why === "") fail("source or why is missing");
		return {
			id: cells.id,
			topic: cells.topic as Topic,
			level: cells.level as FindingLevel,
			setting: cells.setting,
			codes: codes(cells.codes),
			words: words(cells.words),
			lasting: cells.lasting as Lasting,
			unlessCodes: codes(cells["unless-codes"]),
			unless: words(cells.unless),
			unlessNear: words(cells["unless-near"]),
			needs: words(cells.needs),
			shows: words(cells.shows),
			alone: cells.alone === "yes",
			title: cells.title,
			question: cells.question,
			source: cells.source,
			why: cells.why,
		};
	});
	return rules;
}
