import { Keyboard } from "lucide-react";
import { IconButton } from "../controls/icon-button";
import { OptionsButton } from "../controls/options-button";
import { NoticeLine } from "../platform/announcer";
import type { ViewName } from "./panel-views";

/** What the keys do just now. */
export type Hints = ViewName | "search" | "code" | "none";

const HINTS: Record<Hints, [string, string][]> = {
	search: [
		["↑↓", "move"],
		["Enter", "add"],
		["Alt+Enter", "open"],
	],
	code: [["Esc", "back"]],
	none: [],
	suggestions: [
		["Enter", "accept"],
		["x", "reject"],
		["e", "words"],
	],
	findings: [
		["n p", "next, previous"],
		["c", "copy query"],
	],
	worksheet: [
		["Alt+↑↓", "move"],
		["x", "remove"],
		["u", "undo"],
	],
};

/** The last message, the keys that matter in this view, the list of all keys and the options. */
export function PanelFooter({
	hints,
	singleKeys,
	onKeys,
}: {
	hints: Hints;
	singleKeys: boolean;
	onKeys(): void;
}) {
	return (
		<footer className="panel-foot small muted">
			<NoticeLine />
			<div className="panel-hints">
				{(singleKeys || hints === "search" || hints === "code") &&
					HINTS[hints].map(([key, words]) => (
						<span key={key}>
							<kbd>{key}</kbd> {words}
						</span>
					))}
			</div>
			<IconButton name="All keys" hint={singleKeys ? "All keys (?)" : "All keys"} onClick={onKeys}>
				<Keyboard size={16} aria-hidden="true" />
			</IconButton>
			<OptionsButton />
		</footer>
	);
}
