import type { KeyboardEvent } from "react";

export type Move = "next" | "previous" | "first" | "last" | "page-down" | "page-up";

/** The move a key asks for; j and k only while single-letter keys are on. */
export function moveOf(event: KeyboardEvent, singleKeys: boolean): Move | null {
	if (event.ctrlKey || event.metaKey || event.altKey) return null;
	switch (event.key) {
		case "ArrowDown":
			return "next";
		case "ArrowUp":
			return "previous";
		case "Home":
			return "first";
		case "End":
			return "last";
		case "PageDown":
			return "page-down";
		case "PageUp":
			return "page-up";
		case "j":
			return singleKeys ? "next" : null;
		case "k":
			return singleKeys ? "previous" : null;
		default:
			return null;
	}
}

const PAGE = 8;

/** Index after a move, held inside the list. */
export function indexAfter(move: Move, index: number, size: number): number {
	const target = {
		next: index + 1,
		previous: index - 1,
		first: 0,
		last: size - 1,
		"page-down": index + PAGE,
		"page-up": index - PAGE,
	}[move];
	return Math.max(0, Math.min(size - 1, target));
}

/** True while the key is being typed into a field, where letters are text and arrows move the caret. */
export function isTyping(target: EventTarget): boolean {
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** The single letter (or digit, or sign) of a key press without modifiers; null for anything else. */
export function letterOf(event: KeyboardEvent): string | null {
	if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return null;
	return event.key;
}
