import { allRoots, composedContains, type OpenShadow } from "../shadow";
import { editablesIn, isVisible } from "./editable";
import { elementAroundSections } from "./sections";
import { announcesNote, isFurniture } from "./tokens";

export interface FoundRegion {
	element: Element;
	editable: boolean;
}

export interface DiscoverOptions {
	open: OpenShadow;
	/** The frame is the top one: there, a page without any sign of a note is not read. */
	top: boolean;
	/** A person asked to read this page: take its main text when nothing announces a note. */
	eager: boolean;
}

/** Words a frame or main area has to have to be taken for a note without any sign of one. */
const FEWEST_WORDS = 15;

/**
 * Finds the elements whose text is a note: fields to write in, elements whose names announce a note, the
 * element around clinical section names, and at last the main text of a frame. No element stands inside
 * another, but for a field inside a read-only note, which the note then leaves out.
 */
export function discover(document: Document, options: DiscoverOptions): FoundRegion[] {
	const roots = allRoots(document, options.open);
	const fields = roots.flatMap(editablesIn).filter((el) => isVisible(el) && !inFurniture(el));
	const views = outermost(roots.flatMap(announced)).filter(
		(el) => isVisible(el) && !fields.some((field) => composedContains(field, el)) && hasText(el, fields),
	);
	if (views.length === 0) {
		const view = roots.map(elementAroundSections).find((el) => el !== null && !inField(el, fields));
		if (view) views.push(view);
		else if (fields.length === 0) views.push(...mainText(document, options));
	}
	return [
		...views.map((element) => ({ element, editable: false })),
		...fields.map((element) => ({ element, editable: true })),
	];
}

/** Elements that announce a note; one that holds furniture as well gives way to those inside it. */
function announced(root: Document | ShadowRoot): Element[] {
	const found: Element[] = [];
	const named = root.querySelectorAll("[id], [class], [role], [aria-label], [data-testid], article");
	for (const element of named) {
		if (element.localName === "body" || element.localName === "html" || isControl(element)) continue;
		if (element.localName !== "article" && !announcesNote(element)) continue;
		if (isFurniture(element) || inFurniture(element)) continue;
		found.push(element);
	}
	return found.filter(
		(el) => !holdsFurniture(el) || !found.some((other) => other !== el && el.contains(other)),
	);
}

function holdsFurniture(element: Element): boolean {
	return (
		element.querySelector("nav, aside, [role=navigation], [role=grid], [role=tree], [role=listbox]") !== null
	);
}

function isControl(element: Element): boolean {
	return /^(a|button|input|select|option|label|iframe|frame|form|table|t[dhr]|h[1-6]|svg|img|textarea)$/.test(
		element.localName,
	);
}

/** Drops elements inside others; document order is kept. */
function outermost(elements: Element[]): Element[] {
	const kept: Element[] = [];
	for (const element of elements) {
		if (!kept.some((outer) => composedContains(outer, element))) kept.push(element);
	}
	return kept;
}

function mainText(document: Document, options: DiscoverOptions): Element[] {
	const body = document.body as HTMLElement | null;
	if (body === null) return [];
	if (!options.eager && options.top) return [];
	const main = document.querySelector("main, [role=main]") ?? body;
	const words = wordCount(main);
	if (words < (options.eager ? 1 : FEWEST_WORDS)) return [];
	// A form or a board of buttons is no note.
	const controls = main.querySelectorAll("input, select, button, a[href], [role=button]").length;
	return options.eager || controls * FEWEST_WORDS <= words ? [main] : [];
}

function wordCount(element: Element): number {
	return (element.textContent ?? "").slice(0, 20_000).match(/\S+/g)?.length ?? 0;
}

function hasText(element: Element, fields: Element[]): boolean {
	// A wrapper around nothing but a field says nothing of its own.
	const inner = fields.filter((field) => element.contains(field));
	const own = (element.textContent ?? "").trim().length;
	const theirs = inner.reduce((sum, field) => sum + (field.textContent ?? "").trim().length, 0);
	return inner.length === 0 || own - theirs > 0 || element.querySelector("*") === null;
}

function inField(element: Element, fields: Element[]): boolean {
	return fields.some((field) => composedContains(field, element));
}

function inFurniture(element: Element): boolean {
	for (let up = element.parentElement; up !== null; up = up.parentElement) if (isFurniture(up)) return true;
	return false;
}
