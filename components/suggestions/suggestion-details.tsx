import { Crosshair } from "lucide-react";
import type { SuggestionView } from "../../utils/messages/view";
import { LinkedText } from "../detail/linked-text";
import { NoteGroups } from "../detail/note-groups";
import { Quote } from "../text/quote";
import type { SuggestionActions } from "./suggestion-actions";

/** Everything behind a suggestion: why, all evidence, more specific choices, notes, and the way to the tree. */
export function SuggestionDetails({
	suggestion,
	tabIndex,
	actions,
}: {
	suggestion: SuggestionView;
	tabIndex: 0 | -1;
	actions: SuggestionActions;
}) {
	return (
		<dl className="details small">
			{suggestion.reasons.length > 0 && (
				<div className="details-part">
					<dt>Why</dt>
					<dd>
						<ul>
							{suggestion.reasons.map((reason) => (
								<li key={reason.text}>
									{reason.text}
									{reason.source !== undefined && (
										<span className="muted">
											{" · "}
											<LinkedText
												text={reason.source}
												tabIndex={tabIndex}
												onCode={(code) => actions.showCode(suggestion, code)}
											/>
										</span>
									)}
								</li>
							))}
						</ul>
					</dd>
				</div>
			)}
			{suggestion.evidence.length > 0 && (
				<div className="details-part">
					<dt>Evidence</dt>
					<dd>
						<ul className="evidence-list">
							{suggestion.evidence.map((evidence, index) => (
								<li key={`${evidence.regionId} ${evidence.start} ${evidence.end}`}>
									<Quote evidence={evidence} />
									<button
										type="button"
										className="icon-button"
										aria-label={`Go to words ${index + 1}: ${evidence.quote}`}
										title="Go to these words (e)"
										tabIndex={tabIndex}
										onClick={() => actions.reveal(evidence)}
									>
										<Crosshair size={14} aria-hidden="true" />
									</button>
								</li>
							))}
						</ul>
					</dd>
				</div>
			)}
			{suggestion.moreSpecific.length > 0 && (
				<div className="details-part">
					<dt>More specific</dt>
					<dd>
						<ul className="choice-list">
							{suggestion.moreSpecific.map((choice) => (
								<li key={choice.code}>
									<button
										type="button"
										className="link"
										tabIndex={tabIndex}
										title={`Accept ${choice.code} instead`}
										aria-label={`Accept ${choice.code}, ${choice.title}`}
										onClick={() => actions.accept(suggestion, choice.code)}
									>
										<span className="code">{choice.code}</span>
									</button>{" "}
									{choice.title}
									<span className="muted"> · needs {choice.needs}</span>
								</li>
							))}
						</ul>
					</dd>
				</div>
			)}
			<NoteGroups
				notes={suggestion.notes}
				tabIndex={tabIndex}
				onCode={(code) => actions.showCode(suggestion, code)}
			/>
			<div className="details-part">
				<dt>Tree</dt>
				<dd>
					<button
						type="button"
						className="link"
						tabIndex={tabIndex}
						onClick={() => actions.showCode(suggestion, suggestion.code)}
					>
						{suggestion.code} in the code set
					</button>
				</dd>
			</div>
		</dl>
	);
}
