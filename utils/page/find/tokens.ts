import { type Hints, hints as shipped } from "../hints";

const NAMING = new Set([
	"id",
	"class",
	"data-testid",
	"data-test-id",
	"data-qa",
	"aria-label",
	"role",
	"name",
]);

/** An element's own names, as they are: id, class, data-testid, aria-label, role. "" for most elements. */
export function namesOf(element: Element): string {
	let names = "";
	for (const { name, value } of element.attributes) {
		if (NAMING.has(name)) names = names === "" ? value : `${names} ${value}`;
	}
	return names;
}

/** Splits names as programmers write them: "progressNote_body-2" is progress, note, body. */
export function wordsOf(names: string): string[] {
	return names
		.replace(/([a-z0-9])([A-Z])/g, "$1 $2")
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter((word) => word !== "");
}

/** Finds any of the words anywhere: a first look that is cheap enough for every element of a page. */
function anyOf(words: ReadonlySet<string>): RegExp {
	// "patient-banner" may also be written "patientBanner" or "patient_banner".
	return new RegExp([...words].map((word) => word.replace(/-/g, "[-_ ]?")).join("|"), "i");
}

const ANY_NOTE = anyOf(shipped.container);
const ANY_FURNITURE = anyOf(shipped.avoid);
const ANY_BANNER = anyOf(shipped.banner);

/** True when names announce a note: a container word, and none that takes it back. */
export function announcesNote(names: string, hints: Hints = shipped): boolean {
	if (!ANY_NOTE.test(names)) return false;
	const words = wordsOf(names);
	return (
		words.some((word) => hints.container.has(word)) && !words.some((word) => hints["not-container"].has(word))
	);
}

/** True when names announce a patient banner. */
export function announcesBanner(names: string, hints: Hints = shipped): boolean {
	if (!ANY_BANNER.test(names)) return false;
	const joined = `-${wordsOf(names).join("-")}-`;
	return [...hints.banner].some((hint) => joined.includes(`-${hint}-`));
}

/** Words before a name that make it a state of the page around ("with-sidebar", "has-menu"). */
const STATES = new Set(["with", "has", "no", "is", "show", "hide", "open", "closed"]);

/** True when one of the names is, or ends in, a word for furniture ("menu", "left-sidebar"). */
function announcesFurniture(names: string, hints: Hints = shipped): boolean {
	if (!ANY_FURNITURE.test(names)) return false;
	return names.split(/\s+/).some((name) => {
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
	const name = element.localName;
	if (LANDMARKS.has(name)) return true;
	if (name === "body" || name === "html" || name === "main" || element.attributes.length === 0) return false;
	const role = element.getAttribute("role");
	if (role !== null && LANDMARK_ROLES.has(role)) return true;
	return announcesFurniture(namesOf(element));
}
