import { tableRules } from "./table";

/** Places in the table of the rules that a code matters to. */
export interface RulesOfCode {
	/** Rules that are about the code. */
	about: readonly number[];
	/** Rules that the code answers. */
	answered: readonly number[];
	/** A rule is about it, whether it has something to say or not; links apart. */
	covered: boolean;
}

/** By code: the table does not change while the engine runs. */
const known = new Map<string, RulesOfCode>();

/** The rules of data/rules/documentation.tsv that an ICD-10-CM code, dotted, matters to. */
export function rulesOfCode(code: string): RulesOfCode {
	const there = known.get(code);
	if (there) return there;
	const bare = code.replace(".", "");
	const about: number[] = [];
	const answered: number[] = [];
	let covered = false;
	tableRules().forEach((rule, at) => {
		if (rule.unlessCodes?.test(bare)) answered.push(at);
		if (!rule.codes?.test(bare)) return;
		about.push(at);
		covered ||= rule.topic !== "complication-link";
	});
	const made = { about, answered, covered };
	known.set(code, made);
	return made;
}
