import { Check, ChevronDown, ChevronRight, X } from "lucide-react";
import type { SuggestionView } from "../../utils/messages/view";
import { Quote } from "../text/quote";
import { STATUS_WORDS } from "../text/words";
import type { SuggestionActions } from "./suggestion-actions";
import { SuggestionDetails } from "./suggestion-details";
import "./suggestion-row.css";

interface Props {
	suggestion: SuggestionView;
	open: boolean;
	focused: boolean;
	actions: SuggestionActions;
}

/** One suggested code: what it is, the words for it, and what the coder decided. */
export function SuggestionRow({ suggestion, open, focused, actions }: Props) {
	const first = suggestion.evidence[0];
	return (
		<div className="suggestion">
			<div className="suggestion-side">
				<span className="code suggestion-code">{suggestion.code}</span>
				<Decision suggestion={suggestion} focused={focused} actions={actions} />
			</div>
			<div className="suggestion-main">
				<div className="suggestion-title-line">
					<span className={open ? "" : "title-lines"} title={open ? undefined : suggestion.title}>
						{suggestion.title} <Tags suggestion={suggestion} />
					</span>
					<button
						type="button"
						className="icon-button on-hover suggestion-open"
						aria-expanded={open}
						aria-label={`${open ? "Close" : "Open"} ${suggestion.code}`}
						title={open ? "Close (o)" : "Why, evidence, notes (o)"}
						tabIndex={focused ? 0 : -1}
						onClick={() => actions.toggle(suggestion)}
					>
						{open ? (
							<ChevronDown size={14} aria-hidden="true" />
						) : (
							<ChevronRight size={14} aria-hidden="true" />
						)}
					</button>
				</div>
				{!open && (
					<div className="two-lines quote-lines">
						{first === undefined ? (
							<span className="muted small">{suggestion.reasons[0]?.text ?? "No words of the note"}</span>
						) : (
							<Quote evidence={first} short />
						)}
						{suggestion.companion && <span className="muted small"> · goes with another code</span>}
					</div>
				)}
			</div>
			{open && <SuggestionDetails suggestion={suggestion} tabIndex={focused ? 0 : -1} actions={actions} />}
		</div>
	);
}

function Tags({ suggestion }: { suggestion: SuggestionView }) {
	const status = STATUS_WORDS[suggestion.status];
	return (
		<>
			{suggestion.system !== "ICD-10-CM" && <span className="tag">{suggestion.system}</span>}
			{!suggestion.billable && <span className="tag">needs more characters</span>}
			{status !== "" && <span className="tag tag-strong">{status}</span>}
		</>
	);
}

function Decision({ suggestion, focused, actions }: Omit<Props, "open">) {
	const tabIndex = focused ? 0 : -1;
	if (suggestion.decision === "accepted") {
		return (
			<span className="decision status-good small">
				<Check size={12} aria-hidden="true" /> accepted
			</span>
		);
	}
	if (suggestion.decision === "rejected") {
		return (
			<span className="decision muted small">
				<X size={12} aria-hidden="true" /> rejected
			</span>
		);
	}
	return (
		<span className="decision on-hover">
			<button
				type="button"
				className="icon-button decision-accept"
				aria-label={`Accept ${suggestion.code}`}
				title="Accept (Enter)"
				tabIndex={tabIndex}
				onClick={() => actions.accept(suggestion)}
			>
				<Check size={16} aria-hidden="true" />
			</button>
			<button
				type="button"
				className="icon-button"
				aria-label={`Reject ${suggestion.code}`}
				title="Reject (x)"
				tabIndex={tabIndex}
				onClick={() => actions.reject(suggestion)}
			>
				<X size={16} aria-hidden="true" />
			</button>
		</span>
	);
}
