import { type Candidate, leadingStatus } from "../candidates";
import type { EntrySource } from "../dictionary/entry";
import type { Mention } from "../mentions";
import type { NoteReader } from "../reader";
import type { Reason } from "../types";

const LABEL: Readonly<Record<EntrySource, string>> = {
	title: "title",
	inclusion: "inclusion term",
	see: "index",
	index: "index",
	default: "index",
	neoplasm: "neoplasm table",
	phrase: "clinical phrase",
	cue: "status or visit wording",
	alias: "name",
};

/** Index path of the named row that shares most words with the mention. */
function pathFor(reader: NoteReader, mention: Mention): string | null {
	let best: string | null = null;
	let most = 0;
	for (const { path, keys } of reader.indexPaths(mention.row)) {
		let shared = 0;
		for (const key of mention.keys) if (keys.has(key)) shared++;
		const score = shared - keys.size * 0.1;
		if (score > most) {
			most = score;
			best = path;
		}
	}
	return best;
}

/** The mention that speaks most for a candidate, among those that tell it as the whole of them do. */
export function leadingMention(candidate: Candidate): Mention {
	const status = leadingStatus(candidate);
	const telling = candidate.mentions.filter((mention) => mention.status === status);
	return telling.reduce((a, b) => (b.weight > a.weight ? b : a));
}

/**
 * Why a candidate is on the list: where its leading words lead, what chose the specifics, which rule made it.
 * `section`: name of the section that the leading words stand in, "" when it has none.
 */
export function reasonsFor(
	reader: NoteReader,
	candidate: Candidate,
	text: string,
	section: string,
): Reason[] {
	const mention = leadingMention(candidate);
	const words = text.slice(mention.start, mention.end).replace(/\s+/g, " ");
	const reasons: Reason[] = [];
	const path = /index|default|see|neoplasm/.test(mention.source) ? pathFor(reader, mention) : null;
	const where = section === "" ? "" : ` in ${section}`;
	reasons.push(
		path === null
			? { text: `“${words}”${where}`, source: LABEL[mention.source] }
			: { text: `“${words}”${where}`, source: `${LABEL[mention.source]}: ${path}` },
	);
	if (candidate.rule === "history") {
		const family = candidate.mentions.some((one) => one.told === "family");
		reasons.push({
			text: family ? "a relative's condition" : "told as a past condition",
			source: "Guideline I.C.21.c.4",
		});
	} else if (candidate.rule !== undefined)
		reasons.push({ text: "combination of two findings", source: candidate.rule });
	else if (candidate.by.length > 0)
		reasons.push({
			text: `specified by ${candidate.by.slice(0, 4).join(", ")} near these words`,
			source: "code titles",
		});
	return reasons;
}
