import type { EvidenceView } from "../../utils/messages/view";
import { calmHeading, STATUS_WORDS, tail } from "./words";
import "./quote.css";

/** Words of the note in their context, with the status in words and the section they stand in. */
export function Quote({ evidence }: { evidence: EvidenceView }) {
	const status = STATUS_WORDS[evidence.status];
	return (
		<span className="quote">
			“{evidence.before}
			<mark>{evidence.quote}</mark>
			{evidence.after}”{status !== "" && <span className="quote-status"> · {status}</span>}
			{evidence.section !== undefined && <span> · {calmHeading(evidence.section)}</span>}
		</span>
	);
}

/** Context before the words in a row of two lines: more would push the words themselves out of sight. */
const SHORT = 28;

/**
 * Words of the note where there is little room: status and section stand first, so that what is cut off
 * at the end is only context. A section that the context names itself is not named twice.
 */
export function ShortQuote({ evidence }: { evidence: EvidenceView }) {
	const before = tail(evidence.before, SHORT);
	const status = STATUS_WORDS[evidence.status];
	const section = evidence.section;
	const named = section === undefined || before.toLowerCase().startsWith(section.toLowerCase());
	return (
		<span className="quote">
			{status !== "" && <span className="quote-status">{status} · </span>}
			{!named && <span className="quote-section">{calmHeading(section)} · </span>}“{before}
			<mark>{evidence.quote}</mark>
			{evidence.after}”
		</span>
	);
}
