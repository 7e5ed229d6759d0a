import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { keepPlace } from "./rows";

export interface ListFocus {
	/** The entry that Tab leads to; null in an empty list. */
	current: string | null;
	/** Moves the real focus there, also when the entry has yet to be drawn. */
	focus(key: string): void;
	onFocus(event: FocusEvent): void;
	onBlur(event: FocusEvent): void;
}

/**
 * One tab stop for a whole list, and a focus that is never lost: when the focused entry or button goes
 * away after an action, the focus moves to the entry that took its place.
 *
 * @param list The list's element; entries carry `data-key`.
 * @param keys Entries that may have the focus, in order.
 */
export function useListFocus(list: RefObject<HTMLElement | null>, keys: readonly string[]): ListFocus {
	const [wanted, setWanted] = useState<string | null>(null);
	const place = useRef(0);
	const inside = useRef(false);
	const moveTo = useRef<string | null>(null);

	const current = keepPlace(keys, wanted, place.current);

	useLayoutEffect(() => {
		if (current !== null) place.current = keys.indexOf(current);
		const lost = inside.current && document.activeElement === document.body;
		const target = moveTo.current ?? (lost ? current : null);
		if (target === null) return;
		const element = entryElement(list.current, target);
		if (element === null) return;
		moveTo.current = null;
		element.focus({ preventScroll: lost });
		if (!lost) element.scrollIntoView?.({ block: "nearest" });
	});

	const focus = useCallback(
		(key: string) => {
			moveTo.current = key;
			setWanted(key);
			const element = entryElement(list.current, key);
			if (element === null) return;
			moveTo.current = null;
			element.focus();
			element.scrollIntoView?.({ block: "nearest" });
		},
		[list],
	);

	const onFocus = useCallback((event: FocusEvent) => {
		inside.current = true;
		const key = (event.target as HTMLElement).closest<HTMLElement>("[data-key]")?.dataset.key;
		if (key !== undefined) setWanted(key);
	}, []);

	const onBlur = useCallback(
		(event: FocusEvent) => {
			const left = event.target;
			const goesTo = event.relatedTarget as Node | null;
			if (goesTo !== null) {
				inside.current = list.current?.contains(goesTo) ?? false;
				return;
			}
			// Focus went nowhere: because the element was taken away (keep it here), or because the person
			// clicked beside everything or left the window (the list no longer owns it).
			queueMicrotask(() => {
				if (left.isConnected && document.activeElement === document.body) inside.current = false;
			});
		},
		[list],
	);

	return { current, focus, onFocus, onBlur };
}

function entryElement(list: HTMLElement | null, key: string): HTMLElement | null {
	return list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}
