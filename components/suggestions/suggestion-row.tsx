import { Check, ChevronDown, ChevronRight, X } from "lucide-react";
import type { SuggestionView } from "../../utils/messages/view";
import { IconButton } from "../controls/icon-button";
import { ShortQuote } from "../text/quote";
import { TwoLineTitle } from "../text/two-line-title";
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
	const { code, title, evidence, reasons } = suggestion;
	const [first] = evidence;
	const Chevron = open ? ChevronDown : ChevronRight;
	return (
		<div className="suggestion">
			<div className="suggestion-head">
				<span className="code suggestion-code">{code}</span>
				<Tags suggestion={suggestion} />
				<Decision suggestion={suggestion} focused={focused} actions={actions} />
				<IconButton
					className="on-hover suggestion-open"
					aria-expanded={open}
					name={`${open ? "Close" : "Open"} ${code}`}
					hint={open ? "Close (o)" : "Why, evidence, notes (o)"}
					tabIndex={focused ? 0 : -1}
					onClick={() => actions.toggle(suggestion)}
				>
					<Chevron size={14} aria-hidden="true" />
				</IconButton>
			</div>
			{open ? (
				<p className="suggestion-title">{title}</p>
			) : (
				<>
					<TwoLineTitle title={title} className="suggestion-title" />
					<p className="two-lines quote-lines small muted">
						{first === undefined ? (
							(reasons[0]?.text ?? "No words of the note")
						) : (
							<ShortQuote evidence={first} />
						)}
					</p>
				</>
			)}
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
			{suggestion.companion && <span className="tag">with another code</span>}
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
				className="button decision-accept"
				aria-label={`Accept ${suggestion.code}`}
				title="Accept (Enter)"
				tabIndex={tabIndex}
				onClick={() => actions.accept(suggestion)}
			>
				Accept
			</button>
			<IconButton
				name={`Reject ${suggestion.code}`}
				hint="Reject (x)"
				tabIndex={tabIndex}
				onClick={() => actions.reject(suggestion)}
			>
				<X size={16} aria-hidden="true" />
			</IconButton>
		</span>
	);
}
