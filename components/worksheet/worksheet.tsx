import { Copy, Undo2 } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { GridList, useDragAndDrop } from "react-aria-components";
import type { CodeSystem } from "../../utils/codesets/types";
import type { TabView, WorksheetRow } from "../../utils/messages/view";
import type { Commands } from "../data/use-commands";
import { isTyping, letterOf } from "../list/list-keys";
import { CheckLine } from "./check-line";
import { dropped, moved, rowsWithChecks } from "./rows-with-checks";
import { SheetRow } from "./sheet-row";
import "./worksheet.css";

/** The codes of this encounter in the order they will be reported, with what the checks say of them. */
export function Worksheet({
	view,
	commands,
	singleKeys,
	onUndo,
	onShowCode,
}: {
	view: TabView;
	commands: Commands;
	singleKeys: boolean;
	onUndo(): void;
	onShowCode(system: CodeSystem, code: string): void;
}) {
	const list = useRef<HTMLDivElement>(null);
	const { rows, others } = rowsWithChecks(view.worksheet, view.checks, view.kept);
	const ids = view.worksheet.map((row) => row.id);

	const { dragAndDropHooks } = useDragAndDrop({
		getItems: (keys) =>
			[...keys].map((key) => ({
				"text/plain": view.worksheet.find((row) => row.id === key)?.code ?? "",
			})),
		// Dropping elsewhere must not carry codes out of the panel unasked.
		getAllowedDropOperations: () => ["move"],
		onReorder: (event) => {
			void commands.order(dropped(ids, event.keys, String(event.target.key), event.target.dropPosition));
		},
	});

	const move = (row: WorksheetRow, step: -1 | 1) => {
		const next = moved(ids, row.id, step);
		if (next !== ids) void commands.order([...next]);
	};

	const onKeyDownCapture = (event: KeyboardEvent) => {
		if (isTyping(event.target)) return;
		const element = (event.target as HTMLElement)
			.closest("[role=row]")
			?.querySelector<HTMLElement>("[data-row-id]");
		const row = view.worksheet.find((candidate) => candidate.id === element?.dataset.rowId);
		if (row === undefined) return;
		if (act(event, row)) {
			event.preventDefault();
			event.stopPropagation();
		}
	};

	const act = (event: KeyboardEvent, row: WorksheetRow): boolean => {
		if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
			move(row, event.key === "ArrowUp" ? -1 : 1);
			return true;
		}
		if (event.key === "Delete") {
			void commands.remove(row.id, row.code);
			return true;
		}
		const letter = singleKeys ? letterOf(event) : null;
		switch (letter) {
			case "j":
			case "k":
				focusRow(list.current, ids[ids.indexOf(row.id) + (letter === "j" ? 1 : -1)]);
				return true;
			case "x":
				void commands.remove(row.id, row.code);
				return true;
			case "c":
				void commands.copySheet(row.id);
				return true;
			case "o":
				onShowCode(row.system, row.code);
				return true;
			case "e":
				if (row.evidence[0] !== undefined) void commands.reveal(row.evidence[0]);
				return true;
			default:
				return false;
		}
	};

	return (
		<div className="worksheet">
			<div className="worksheet-bar">
				<button type="button" className="button" onClick={() => void commands.copySheet()}>
					<Copy size={14} aria-hidden="true" /> Copy all
				</button>
				<button type="button" className="button" aria-disabled={!view.canUndo} onClick={onUndo}>
					<Undo2 size={14} aria-hidden="true" /> Undo
				</button>
			</div>
			{others.map((check) => (
				<CheckLine
					key={`${check.rule} ${check.text}`}
					check={check}
					commands={commands}
					onCode={(code) => onShowCode("ICD-10-CM", code)}
				/>
			))}
			<div onKeyDownCapture={onKeyDownCapture}>
				<GridList
					ref={list}
					aria-label="Worksheet, in the order of reporting"
					className="worksheet-list"
					dragAndDropHooks={dragAndDropHooks}
					keyboardNavigationBehavior="tab"
					disallowTypeAhead
				>
					{rows.map((checked) => (
						<SheetRow
							key={checked.row.id}
							checked={checked}
							last={checked.place === rows.length}
							inpatient={view.setting.value === "inpatient"}
							onMove={move}
							commands={commands}
							onShowCode={onShowCode}
						/>
					))}
				</GridList>
			</div>
		</div>
	);
}

function focusRow(list: HTMLElement | null, id: string | undefined): void {
	if (id === undefined) return;
	list
		?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`)
		?.closest<HTMLElement>("[role=row]")
		?.focus();
}
