import { type RefObject, useMemo } from "react";
import type { FindingView } from "../../utils/messages/view";
import type { Commands } from "../data/use-commands";
import { findingOrder } from "../findings/finding-list";
import type { RowListHandle } from "../list/row-list";
import { useAnnouncer } from "../platform/announcer";
import type { ViewName } from "./panel-views";
import { focusShownView } from "./use-encounter-change";
import type { PanelKeyActions } from "./use-panel-keys";

interface Parts {
	panel: RefObject<HTMLElement | null>;
	field: RefObject<HTMLInputElement | null>;
	findings: readonly FindingView[] | undefined;
	findingsRef: RefObject<RowListHandle | null>;
	canUndo: boolean;
	commands: Commands;
	setShown(name: ViewName): void;
	setKeysOpen(open: boolean): void;
}

/** What the panel's own keys and buttons do. Keeps its identity while nothing it rests on changes. */
export function usePanelActions(parts: Parts): PanelKeyActions {
	const { panel, field, findings, findingsRef, canUndo, commands, setShown, setKeysOpen } = parts;
	const { say, tell } = useAnnouncer();
	return useMemo(
		() => ({
			focusSearch: () => {
				field.current?.focus();
				field.current?.select();
			},
			showKeys: () => setKeysOpen(true),
			showView: (name) => {
				setShown(name);
				requestAnimationFrame(() => focusShownView(panel.current));
			},
			walkFindings: (step) => {
				const order = findingOrder(findings ?? []);
				if (order.length === 0) {
					say("No findings");
					return;
				}
				const list = panel.current?.querySelector("[data-view=findings]");
				const inside = list?.contains(document.activeElement) ?? false;
				const at = order.findIndex((finding) => finding.id === findingsRef.current?.current());
				// The first press goes to the current finding, from outside the list; the next ones walk on.
				const next = order[(Math.max(0, at) + (inside ? step : 0) + order.length) % order.length];
				if (next === undefined) return;
				setShown("findings");
				requestAnimationFrame(() => findingsRef.current?.focus(next.id));
				void commands.reveal(next.where);
			},
			undo: () => {
				if (canUndo) void commands.undo();
				else tell("Nothing to undo");
			},
		}),
		[panel, field, findings, findingsRef, canUndo, commands, setShown, setKeysOpen, say, tell],
	);
}
