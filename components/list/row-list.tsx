import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from "react";
import { DrawnRow, RowHeading } from "./drawn-row";
import { indexAfter, isTyping, letterOf, moveOf } from "./list-keys";
import { type Entry, flatten, focusable, type Section } from "./rows";
import { useListFocus } from "./use-list-focus";
import { VirtualEntries } from "./virtual-entries";
import "./row-list.css";

export interface RowListHandle {
	/** Puts the focus on a row, or on the row that Tab would lead to. */
	focus(key?: string): void;
	/** The row the focus is on or would come back to. */
	current(): string | null;
}

interface Props<T> {
	/** Name of the list for screen readers. */
	label: string;
	sections: Section<T>[];
	singleKeys: boolean;
	/** `focused`: the row that Tab leads to; only its buttons should be in the tab order. */
	renderRow(item: T, focused: boolean): ReactNode;
	/** A single letter, or "Enter", "Delete", while a row has the focus. True when it did something. */
	onRowKey(key: string, item: T, rowKey: string): boolean;
	onRowClick?(item: T, rowKey: string): void;
	onToggle?(sectionId: string): void;
	/** For styling: "accepted", "rejected" … */
	rowState?(item: T): string;
	handle?: Ref<RowListHandle>;
}

/** Above this many entries only those in view are drawn. */
const VIRTUAL_FROM = 100;

/**
 * A list of rows in groups, one tab stop, moved through with the arrow keys (or j and k). It is a grid
 * to assistive technology, because rows have buttons in them.
 */
export function RowList<T>(props: Props<T>) {
	const { sections, singleKeys } = props;
	const list = useRef<HTMLDivElement>(null);
	const entries = flatten(sections);
	const keys = focusable(entries);
	const focus = useListFocus(list, keys);

	useImperativeHandle(props.handle, () => ({
		focus: (key) => {
			const target = key ?? focus.current;
			if (target !== null) focus.focus(target);
		},
		current: () => focus.current,
	}));

	const onKeyDown = (event: KeyboardEvent) => {
		if (isTyping(event.target) || event.defaultPrevented) return;
		const key = (event.target as HTMLElement).closest<HTMLElement>("[data-key]")?.dataset.key;
		if (key === undefined) return;
		const move = moveOf(event, singleKeys);
		if (move !== null) {
			const next = keys[indexAfter(move, keys.indexOf(key), keys.length)];
			if (next !== undefined) focus.focus(next);
			event.preventDefault();
			return;
		}
		const entry = entries.find((candidate) => candidate.key === key);
		if (entry?.kind !== "row") return;
		if (pressed(event, singleKeys, (name) => props.onRowKey(name, entry.row.item, key)))
			event.preventDefault();
	};

	const draw = (entry: Entry<T>, index: number) =>
		entry.kind === "heading" ? (
			<RowHeading
				section={entry.section}
				index={index}
				focused={focus.current === entry.key}
				entryKey={entry.key}
				onToggle={props.onToggle}
			/>
		) : (
			<DrawnRow
				item={entry.row.item}
				rowKey={entry.key}
				index={index}
				focused={focus.current === entry.key}
				renderRow={props.renderRow}
				onRowClick={props.onRowClick}
				rowState={props.rowState}
			/>
		);

	return (
		// biome-ignore lint/a11y/useSemanticElements: a table element cannot be laid out as this list
		<div
			ref={list}
			className="row-list"
			role="grid"
			tabIndex={-1}
			aria-label={props.label}
			aria-rowcount={entries.length}
			onKeyDown={onKeyDown}
			onFocus={focus.onFocus}
			onBlur={focus.onBlur}
		>
			{entries.length > VIRTUAL_FROM ? (
				<VirtualEntries entries={entries} focused={focus.current} draw={draw} />
			) : (
				entries.map((entry, index) => <Keyed key={entry.key}>{draw(entry, index)}</Keyed>)
			)}
		</div>
	);
}

function Keyed({ children }: { children: ReactNode }) {
	return children;
}

/** Hands a key press on as a name. Enter belongs to the row only while no button in it has the focus. */
function pressed(event: KeyboardEvent, singleKeys: boolean, act: (name: string) => boolean): boolean {
	const onRow = event.target === (event.target as HTMLElement).closest("[data-key]");
	if (event.key === "Enter" || event.key === "Delete") {
		return onRow && !event.ctrlKey && !event.metaKey && !event.altKey && act(event.key);
	}
	const letter = letterOf(event);
	if (letter === null || letter === " " || !singleKeys) return false;
	return act(letter);
}
