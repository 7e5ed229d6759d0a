import type { Preferences } from "../../utils/messages/view";
import "./tokens.css";
import "./base.css";
import "./controls.css";

/** Puts the chosen theme on the page; "system" leaves it to the browser's setting. */
export function applyTheme(theme: Preferences["theme"]): void {
	if (theme === "system") delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
}
