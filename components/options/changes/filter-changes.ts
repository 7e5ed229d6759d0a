import { type ChangeKind, type CodeChange, touching } from "../../../utils/codesets/editions/diff";

export interface ChangeFilter {
	kind: ChangeKind | "";
	chapter: string;
	/** Only codes of this list (favourites, recents, worksheets). */
	mine: readonly string[] | null;
	headers: boolean;
}

/** The changes that a person asked to see, in the order of the classification. */
export function filterChanges(changes: readonly CodeChange[], filter: ChangeFilter): CodeChange[] {
	const own = filter.mine === null ? changes : touching(changes, filter.mine);
	return own.filter(
		(change) =>
			(filter.headers || !change.header) &&
			(filter.kind === "" || change.kind === filter.kind) &&
			(filter.chapter === "" || change.chapter === filter.chapter),
	);
}

export const KIND_WORDS: Record<ChangeKind, string> = {
	added: "added",
	deleted: "deleted",
	retitled: "new title",
	"now-billable": "billable now",
	"now-header": "not billable any more",
};
