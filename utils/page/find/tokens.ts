import { type Hints, hints as shipped } from "../hints";

/** Words of an element's own names: id, class, data-testid, aria-label, role; lower case. */
export function namesOf(element: Element): string {
	const parts = [element.id, element.getAttribute("class") ?? ""];
	for (const name of ["data-testid", "data-test-id", "data-qa", "aria-label", "role", "name"]) {
		const value = element.getAttribute(name);
		if (value !== null) parts.push(value);
	}
	return parts.join(" ");
}

/** Splits names as programmers write them: "progressNote_body-2" is progress, note, body. */
export function wordsOf(names: string): string[] {
	return names
		.replace(/([a-z0-9])([A-Z])/g, "$1 $2")
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter((word) => word !== "");
}

/** True when the element's names announce a note: a container word, and none that takes it back. */
export function announcesNote(element: Element, hints: Hints = shipped): boolean {
	const words = wordsOf(namesOf(element));
	return (
		words.some((word) => hints.container.has(word)) && !words.some((word) => hints["not-container"].has(word))
	);
}

/** Words before a name that make it a state of the page around ("with-sidebar", "has-menu"). */
const STATES = new Set(["with", "has", "no", "is", "show", "hide", "open", "closed"]);

/** True when a name of the element is, or ends in, a word for furniture ("menu", "left-sidebar"). */
function announcesFurniture(element: Element, hints: Hints = shipped): boolean {
	return namesOf(element)
		.split(/\s+/)
		.some((name) => {
			const words = wordsOf(name);
			return hints.avoid.has(words.at(-1) ?? "") && !STATES.has(words[0] ?? "");
		});
}

const LANDMARKS = new Set(["nav", "aside", "footer", "menu"]);
const LANDMARK_ROLES = new Set([
	"navigation",
	"banner",
	"complementary",
	"contentinfo",
	"search",
	"menu",
	"menubar",
	"toolbar",
	"tablist",
	"tree",
	"grid",
	"listbox",
]);

/** True for the page's furniture: navigation, side columns, toolbars. A dialog may well hold a note. */
export function isFurniture(element: Element): boolean {
	if (LANDMARKS.has(element.localName)) return true;
	const role = element.getAttribute("role");
	if (role !== null && LANDMARK_ROLES.has(role)) return true;
	if (element.localName === "body" || element.localName === "html" || element.localName === "main")
		return false;
	return announcesFurniture(element);
}
