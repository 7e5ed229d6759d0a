import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, type ReactNode } from "react";
import type { Section } from "./rows";

interface Props<T> {
	item: T;
	rowKey: string;
	index: number;
	focused: boolean;
	renderRow(item: T, focused: boolean): ReactNode;
	onRowClick: ((item: T, rowKey: string) => void) | undefined;
	rowState: ((item: T) => string) | undefined;
}

/** One row. Drawn anew only when something of its own changes: moving through a list touches two rows. */
export const DrawnRow = memo(function DrawnRow<T>({
	item,
	rowKey,
	index,
	focused,
	renderRow,
	onRowClick,
	rowState,
}: Props<T>) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: see the grid
		// biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the grid
		<div
			role="row"
			className="row"
			aria-rowindex={index + 1}
			data-key={rowKey}
			data-state={rowState?.(item)}
			tabIndex={focused ? 0 : -1}
			onClick={(event) => {
				const target = event.target as HTMLElement;
				// A click on a button in the row, or the end of selecting text, is not a click on the row.
				if (target.closest("button, a, input, select, textarea, [role=menuitem]") !== null) return;
				if (globalThis.getSelection()?.toString() !== "") return;
				onRowClick?.(item, rowKey);
			}}
		>
			{/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
			{/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus */}
			<div role="gridcell" className="row-cell">
				{renderRow(item, focused)}
			</div>
		</div>
	);
}) as <T>(props: Props<T>) => ReactNode;

/** The heading of a section; a button when the section opens and closes. */
export function RowHeading<T>({
	section,
	index,
	focused,
	entryKey,
	onToggle,
}: {
	section: Section<T>;
	index: number;
	focused: boolean;
	entryKey: string;
	onToggle: ((sectionId: string) => void) | undefined;
}) {
	const { collapsed } = section;
	const text = (
		<>
			<span>{section.title}</span>
			<span className="row-heading-count">{section.rows.length}</span>
		</>
	);
	return (
		// biome-ignore lint/a11y/useSemanticElements: see the grid
		// biome-ignore lint/a11y/useFocusableInteractive: only headings that open have a focus, on their button
		<div role="row" className="row-heading" aria-rowindex={index + 1}>
			{/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
			{/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus */}
			<div role="rowheader" className="row-heading-cell">
				{collapsed === undefined ? (
					text
				) : (
					<button
						type="button"
						className="row-heading-button"
						data-key={entryKey}
						aria-expanded={!collapsed}
						tabIndex={focused ? 0 : -1}
						onClick={() => onToggle?.(section.id)}
					>
						{collapsed ? (
							<ChevronRight size={14} aria-hidden="true" />
						) : (
							<ChevronDown size={14} aria-hidden="true" />
						)}
						{text}
					</button>
				)}
			</div>
		</div>
	);
}
