import { composedContains, type OpenShadow } from "../shadow";
import { finish } from "../text/collect";
import { editablesIn, isVisible } from "./editable";
import { elementAroundSections } from "./sections";
import { type Survey, survey } from "./survey";
import { isFurniture } from "./tokens";

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

export interface Discovery extends Survey {
	regions: FoundRegion[];
}

/** Words a frame or main area has to have to be taken for a note without any sign of one. */
const FEWEST_WORDS = 15;

/**
 * Finds the elements whose text is a note: fields to write in, elements whose names announce a note, the
 * element around clinical section names, and at last the main text of a frame. No element stands inside
 * another, but for a field inside a read-only note, which the note then leaves out. A generator, to be run in
 * slices.
 */
export function* discoverSteps(document: Document, options: DiscoverOptions): Generator<void, Discovery> {
	const found = yield* survey(document, options.open);
	const fields = found.roots.flatMap(editablesIn).filter((el) => isVisible(el) && !inFurniture(el));
	yield;
	const views = outermost(announced(found.notes)).filter(
		(el) => isVisible(el) && !fields.some((field) => composedContains(field, el)) && hasText(el, fields),
	);
	yield;
	if (views.length === 0) {
		for (const root of found.roots) {
			const view = yield* elementAroundSections(root);
			if (view === null || inField(view, fields)) continue;
			views.push(view);
			break;
		}
		if (views.length === 0 && fields.length === 0) views.push(...mainText(document, options));
	}
	const regions = [
		...views.map((element) => ({ element, editable: false })),
		...fields.map((element) => ({ element, editable: true })),
	];
	return { ...found, regions };
}

/** The same at once: for small documents and tests. */
export function discover(document: Document, options: DiscoverOptions): FoundRegion[] {
	return finish(discoverSteps(document, options)).regions;
}

/** Drops furniture and controls; an element that holds furniture gives way to those inside it. */
function announced(named: readonly Element[]): Element[] {
	const found = named.filter((el) => !isControl(el) && !isFurniture(el) && !inFurniture(el));
	return found.filter(
		(el) => !found.some((other) => other !== el && el.contains(other)) || !holdsFurniture(el),
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
	if (inner.length === 0 || element.firstElementChild === null) return true;
	const own = (element.textContent ?? "").trim().length;
	return own > inner.reduce((sum, field) => sum + (field.textContent ?? "").trim().length, 0);
}

function inField(element: Element, fields: Element[]): boolean {
	return fields.some((field) => composedContains(field, element));
}

function inFurniture(element: Element): boolean {
	for (let up = element.parentElement; up !== null; up = up.parentElement) if (isFurniture(up)) return true;
	return false;
}
