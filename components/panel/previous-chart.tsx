import { useState } from "react";
import type { PreviousChart } from "../../utils/messages/view";
import { count } from "../text/words";

const WHY: Record<PreviousChart["why"], string> = {
	"patient-changed": "the patient changed",
	navigated: "the page moved on",
	idle: "of a long pause",
	locked: "the screen was locked",
};

/** Says that a worksheet was closed. Its codes can be read, but not copied or moved to this chart. */
export function PreviousChartNotice({ previous, onDiscard }: { previous: PreviousChart; onDiscard(): void }) {
	const [open, setOpen] = useState(false);
	const time = new Date(previous.closedAt).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
	return (
		<section className="previous-chart small" aria-label="Previous chart">
			<p>
				The previous chart’s worksheet was closed at {time} because {WHY[previous.why]}. It had{" "}
				{count(previous.rows.length, "code")}.
			</p>
			<div className="buttons">
				{previous.rows.length > 0 && (
					<button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
						{open ? "Hide its codes" : "Show its codes"}
					</button>
				)}
				<button type="button" className="button" onClick={onDiscard}>
					Discard
				</button>
			</div>
			{open && (
				<ul className="previous-rows">
					{previous.rows.map((row) => (
						<li key={`${row.system} ${row.code}`}>
							<span className="code">{row.code}</span> <span className="muted">{row.title}</span>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
