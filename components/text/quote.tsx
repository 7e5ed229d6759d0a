import type { EvidenceView } from "../../utils/messages/view";
import { calmHeading, STATUS_WORDS, tail } from "./words";
import "./quote.css";

/**
 * Words of the note in their context, with the status in words and the section they stand in. `short`: in
 * a row of two lines, where a long context would push the words themselves out of sight.
 */
export function Quote({ evidence, short = false }: { evidence: EvidenceView; short?: boolean }) {
	const status = STATUS_WORDS[evidence.status];
	return (
		<span className="quote">
			“{short ? tail(evidence.before, 28) : evidence.before}
			<mark>{evidence.quote}</mark>
			{evidence.after}”{status !== "" && <span className="quote-status"> · {status}</span>}
			{evidence.section !== undefined && <span> · {calmHeading(evidence.section)}</span>}
		</span>
	);
}
