import { ArrowDown, ArrowUp, Copy, Crosshair, GripVertical, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, GridListItem } from "react-aria-components";
import type { CodeSystem } from "../../utils/codesets/types";
import type { WorksheetRow } from "../../utils/messages/view";
import { IconButton } from "../controls/icon-button";
import type { Commands } from "../data/use-commands";
import { CheckLine } from "./check-line";
import type { CheckedRow } from "./rows-with-checks";

/** One code on the worksheet, with its place, its buttons and the checks that concern it. */
export function SheetRow({
	checked,
	last,
	inpatient,
	onMove,
	commands,
	onShowCode,
}: {
	checked: CheckedRow;
	last: boolean;
	inpatient: boolean;
	onMove(row: WorksheetRow, step: -1 | 1): void;
	commands: Commands;
	onShowCode(system: CodeSystem, code: string): void;
}) {
	const { row, place, firstListed, checks } = checked;
	const words = row.evidence[0];
	const firstWord = inpatient ? "Principal" : "First-listed";
	return (
		<GridListItem id={row.id} textValue={`${row.code} ${row.title}`} className="sheet-row">
			<div className="sheet-row-inner" data-row-id={row.id}>
				<Button slot="drag" className="icon-button sheet-grip" aria-label={`Move ${row.code}`}>
					<GripVertical size={14} aria-hidden="true" />
				</Button>
				<span className="sheet-place muted">{place}</span>
				<div className="sheet-main">
					<div className="sheet-line">
						<button
							type="button"
							className="link sheet-code"
							title="Open in the code set (o)"
							onClick={() => onShowCode(row.system, row.code)}
						>
							<span className="code">{row.code}</span>
						</button>
						{firstListed && <span className="tag tag-strong">{firstWord}</span>}
						{row.system !== "ICD-10-CM" && <span className="tag">{row.system}</span>}
						{row.from === "search" && <span className="tag">from search</span>}
						{row.from === "page" && <span className="tag">from the page</span>}
						<span className="sheet-buttons on-hover">
							{words !== undefined && (
								<RowButton
									label={`Go to the words for ${row.code}`}
									hint="e"
									onClick={() => void commands.reveal(words)}
								>
									<Crosshair size={14} aria-hidden="true" />
								</RowButton>
							)}
							{place > 1 && (
								<RowButton label={`Move ${row.code} up`} hint="Alt+↑" onClick={() => onMove(row, -1)}>
									<ArrowUp size={14} aria-hidden="true" />
								</RowButton>
							)}
							{!last && (
								<RowButton label={`Move ${row.code} down`} hint="Alt+↓" onClick={() => onMove(row, 1)}>
									<ArrowDown size={14} aria-hidden="true" />
								</RowButton>
							)}
							<RowButton label={`Copy ${row.code}`} hint="c" onClick={() => void commands.copySheet(row.id)}>
								<Copy size={14} aria-hidden="true" />
							</RowButton>
							<RowButton
								label={`Take ${row.code} off the worksheet`}
								hint="x"
								onClick={() => void commands.remove(row.id, row.code)}
							>
								<X size={14} aria-hidden="true" />
							</RowButton>
						</span>
					</div>
					<p>{row.title}</p>
					{checks.map((check) => (
						<CheckLine
							key={`${check.rule} ${check.text}`}
							check={check}
							commands={commands}
							onCode={(code) => onShowCode("ICD-10-CM", code)}
						/>
					))}
				</div>
			</div>
		</GridListItem>
	);
}

/** A button of a row: its name says which code it acts on, its hint the key as well. */
function RowButton({
	label,
	hint,
	...rest
}: {
	label: string;
	hint: string;
	onClick(): void;
	children: ReactNode;
}) {
	return <IconButton name={label} hint={`${label} (${hint})`} {...rest} />;
}
