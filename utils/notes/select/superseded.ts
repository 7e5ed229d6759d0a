import type { Candidate } from "../candidates";
import type { SectionRole } from "../sections";
import { codeClass, isIllness } from "./code-class";
import { type NoteView, rolesOf } from "./note-facts";

/** Where a diagnosis stands that was only thought before the operation. */
const BEFORE = new Set<SectionRole>([
	"preop-dx",
	"procedure",
	"procedure-body",
	"indication",
	"chief-complaint",
]);

/**
 * Candidates of a preoperative list that the postoperative one does not repeat although it names illnesses of its
 * own: the postoperative diagnosis is the one to report (guideline IV.N).
 */
export function supersededIn(view: NoteView): ReadonlySet<Candidate> {
	const roles = rolesOf(view.sections);
	const placesOf = (candidate: Candidate): Set<SectionRole> =>
		new Set(
			candidate.mentions
				.filter(({ status }) => status === "affirmed")
				.map(({ passage }) => roles[view.passages[passage]?.section ?? 0] as SectionRole),
		);
	const places = new Map(view.candidates.map((candidate) => [candidate, placesOf(candidate)]));
	const concluded = view.candidates.some(
		(candidate) =>
			places.get(candidate)?.has("postop-dx") === true &&
			isIllness(codeClass(view.reader.set.code(candidate.row))),
	);
	if (!concluded) return new Set();
	return new Set(
		view.candidates.filter((candidate) => {
			const its = places.get(candidate) as Set<SectionRole>;
			return its.has("preop-dx") && [...its].every((role) => BEFORE.has(role));
		}),
	);
}
