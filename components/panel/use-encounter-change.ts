import { useEffect, useRef } from "react";
import type { TabView } from "../../utils/messages/view";

/** Calls `onChange` when an open encounter ends or gives way to another; not when the first one opens. */
export function useEncounterChange(view: TabView | null, onChange: () => void): void {
	const before = useRef<string | null>(null);
	const latest = useRef(onChange);
	latest.current = onChange;
	const encounter = view === null ? undefined : view.encounter;
	useEffect(() => {
		if (encounter === undefined) return;
		if (before.current !== null && before.current !== encounter) latest.current();
		before.current = encounter;
	}, [encounter]);
}

/** Puts the focus on the current row of the view that is shown, or on its tab when it has no rows. */
export function focusShownView(panel: HTMLElement | null): void {
	const view = panel?.querySelector<HTMLElement>(".view:not([data-inert])");
	const row =
		view?.querySelector<HTMLElement>("[data-key][tabindex='0']") ??
		view?.querySelector<HTMLElement>("[role=row][tabindex='0'], [role=row]");
	const target = row ?? panel?.querySelector<HTMLElement>("[role=tab][aria-selected=true]");
	target?.focus();
}
