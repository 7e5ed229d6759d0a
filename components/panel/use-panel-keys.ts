import { type KeyboardEvent, useCallback } from "react";
import { isTyping, letterOf } from "../list/list-keys";
import type { ViewName } from "./panel-views";

const VIEW_KEYS: Record<string, ViewName> = { "1": "suggestions", "2": "findings", "3": "worksheet" };

export interface PanelKeyActions {
	focusSearch(): void;
	showKeys(): void;
	showView(name: ViewName): void;
	walkFindings(step: 1 | -1): void;
	undo(): void;
}

/**
 * The panel's own single keys. "/" and "?" act wherever nothing is being typed; the others only while a
 * list or the tabs have the focus. All of them rest when single keys are switched off.
 *
 * @param covered True while a search or a code lies over the views, which then have no keys.
 */
export function usePanelKeys(singleKeys: boolean, covered: boolean, actions: PanelKeyActions) {
	return useCallback(
		(event: KeyboardEvent) => {
			if (!singleKeys || event.defaultPrevented || isTyping(event.target)) return;
			const letter = letterOf(event);
			if (letter === null) return;
			if (act(letter, !covered && inList(event.target), actions)) event.preventDefault();
		},
		[singleKeys, covered, actions],
	);
}

function inList(target: EventTarget): boolean {
	return (
		target instanceof HTMLElement &&
		target.closest("[role=grid], [role=tablist], [role=tabpanel]") !== null &&
		target.closest("[role=dialog], [role=menu]") === null
	);
}

function act(letter: string, list: boolean, actions: PanelKeyActions): boolean {
	if (letter === "/") actions.focusSearch();
	else if (letter === "?") actions.showKeys();
	else if (!list) return false;
	else if (VIEW_KEYS[letter] !== undefined) actions.showView(VIEW_KEYS[letter]);
	else if (letter === "n" || letter === "p") actions.walkFindings(letter === "n" ? 1 : -1);
	else if (letter === "u") actions.undo();
	else return false;
	return true;
}
