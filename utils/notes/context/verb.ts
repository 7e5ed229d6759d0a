import { splitSections } from "../sections/split";
import type { SectionRole } from "../sections/types";
import { contextOf } from "./context";
import { prepareSentence } from "./scopes";
import type { Temporality } from "./types";

export interface ContextVerbInput {
	id: string | number;
	sentence: string;
	term: string;
	/** Offset of the term; else its first occurrence, case ignored. */
	start?: number;
}

export interface ContextVerbOutput {
	id: string | number;
	negated: boolean;
	uncertain: boolean;
	temporality: Temporality;
	experiencer: "patient" | "other";
}

/**
 * The `context` verb of the command line: one sentence, one term. A heading inside the sentence ("SOCIAL
 * HISTORY: …") gives the section. Throws when the term does not stand in the sentence.
 */
export function contextVerb(input: ContextVerbInput): ContextVerbOutput {
	const { sentence, term } = input;
	const start = input.start ?? sentence.toLowerCase().indexOf(term.toLowerCase());
	if (start < 0) throw new Error(`context ${input.id}: the term is not in the sentence`);
	const target = { start, end: start + term.length };
	let role: SectionRole = "unknown";
	for (const section of splitSections({ text: sentence }))
		if (section.headingStart <= start) role = section.role;
	const prepared = prepareSentence(sentence, { start: 0, end: sentence.length });
	const context = contextOf(prepared, target, role);
	return {
		id: input.id,
		negated: context.negated,
		uncertain: context.uncertain,
		temporality: context.temporality,
		experiencer: context.experiencer,
	};
}
