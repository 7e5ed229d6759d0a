import type { CodeSetDraft, DraftIndex } from "../set/draft";
import { emptyIndex } from "../set/draft";
import type { StarterSet } from "./types";

/** An expanded starter set -> the draft that the compiler packs. Words that lead to a header are no default. */
export function toDraft(set: StarterSet): CodeSetDraft {
	const billable = new Set(set.rows.flatMap((r) => (r.billable ? [r.code] : [])));
	const index: DraftIndex = emptyIndex();
	for (const entry of set.index) {
		let parent = -1;
		for (const title of entry.parts) parent = index.nodes.push({ parent, title, source: "starter" }) - 1;
		const kind = entry.isDefault && billable.has(entry.code) ? "code" : "subcat";
		index.links.push({ node: parent, code: entry.code, kind });
	}
	return {
		system: set.system,
		edition: set.edition,
		validFrom: set.validFrom,
		validTo: set.validTo,
		sources: [{ name: "Chartside starter tables", sha256: "" }],
		starter: true,
		rows: set.rows,
		levels: set.chapters.map((c) => ({
			id: c.number,
			kind: "chapter",
			title: c.title,
			first: c.from,
			last: c.to,
		})),
		notes: set.notes.map((n) => ({ level: n.code, kind: n.kind, text: n.text })),
		sevenths: set.seventh.flatMap((s) =>
			s.choices.map((c) => ({ level: s.level, char: c.char, text: c.text })),
		),
		index,
	};
}
