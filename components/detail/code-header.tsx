import { Copy, Plus } from "lucide-react";
import type { CodeDetail } from "../../utils/messages/view";
import { dayInWords } from "../text/words";
import type { CodePageActions } from "./code-page-actions";
import { FavouriteButton } from "./favourite-button";

/** Code, title, whether and when it may be reported, and what can be done with it. */
export function CodeHeader({
	detail,
	actions,
	onCode,
}: {
	detail: CodeDetail;
	actions: CodePageActions;
	onCode(code: string): void;
}) {
	const { add } = actions;
	return (
		<header className="code-header">
			<h2>
				<span className="code code-header-code">{detail.code}</span> {detail.title}
			</h2>
			<p className="small muted">
				{detail.system} {detail.edition} · {detail.billable ? "billable" : "header, needs more characters"}
				{validity(detail)}
			</p>
			{detail.ended !== undefined && (
				<p className="small status-bad">
					Not valid on this date: ended {dayInWords(detail.ended.on)}.
					{detail.ended.replacedBy.length > 0 && " Replaced by "}
					{detail.ended.replacedBy.map((code) => (
						<span key={code}>
							<button type="button" className="link" onClick={() => onCode(code)}>
								<span className="code">{code}</span>
							</button>{" "}
						</span>
					))}
				</p>
			)}
			<div className="code-header-buttons">
				{add !== undefined && detail.billable && (
					<button type="button" className="button primary" onClick={() => add(detail.system, detail.code)}>
						<Plus size={14} aria-hidden="true" /> Add to worksheet
					</button>
				)}
				<button type="button" className="button" onClick={() => actions.copy(detail.code)}>
					<Copy size={14} aria-hidden="true" /> Copy code
				</button>
				<FavouriteButton
					key={`${detail.system} ${detail.code}`}
					system={detail.system}
					code={detail.code}
					favourite={detail.favourite}
				/>
			</div>
		</header>
	);
}

function validity(detail: CodeDetail): string {
	const from = detail.validFrom === null ? "" : ` · from ${dayInWords(detail.validFrom)}`;
	const to = detail.validTo === null ? "" : ` to ${dayInWords(detail.validTo)}`;
	return from + to;
}
