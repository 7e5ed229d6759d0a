import type { EvidenceView } from "../../utils/messages/view";
import { STATUS_WORDS } from "./words";
import "./quote.css";

/** Words of the note in their context, with the status in words and the section they stand in. */
export function Quote({ evidence }: { evidence: EvidenceView }) {
	const status = STATUS_WORDS[evidence.status];
	return (
		<span className="quote">
			“{evidence.before}
			<mark>{evidence.quote}</mark>
			{evidence.after}”{status !== "" && <span className="quote-status"> · {status}</span>}
			{evidence.section !== undefined && <span> · {evidence.section}</span>}
		</span>
	);
}
