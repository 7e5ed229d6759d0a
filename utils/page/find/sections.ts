import { hints } from "../hints";
import { composedParent } from "../shadow";
import { isFurniture } from "./tokens";

/** Text nodes looked at in one search. */
const MOST_NODES = 30_000;
/** Text nodes between two chances to stop. */
const STRIDE = 300;

/** The section name a line is, or null: "ASSESSMENT & PLAN:" is "assessment & plan". */
function sectionName(line: string): string | null {
	const name = line.slice(0, 60).split(":", 1)[0]?.replace(/\s+/g, " ").trim().toLowerCase();
	return name !== undefined && hints.section.has(name) ? name : null;
}

/**
 * The smallest element around the section names found below `root`: a note that no name announces. Null
 * unless two different sections are there. A generator, to be run in slices.
 */
export function* elementAroundSections(root: Document | ShadowRoot): Generator<void, Element | null> {
	const scope = ((root as Document).body ?? root) as Node;
	const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(scope, 4);
	const names = new Set<string>();
	let around: Node | null = null;
	let seen = 0;
	for (let node = walker.nextNode(); node !== null && seen++ < MOST_NODES; node = walker.nextNode()) {
		if (seen % STRIDE === 0) yield;
		const found = sectionsIn((node as Text).data);
		if (found.length === 0 || inFurniture(node)) continue;
		for (const name of found) names.add(name);
		around = around === null ? node.parentNode : commonAncestor(around, node);
	}
	if (names.size < 2 || around === null) return null;
	return around.nodeType === 1 ? (around as Element) : null;
}

function sectionsIn(data: string): string[] {
	if (data.length < 2) return [];
	const found: string[] = [];
	for (const line of data.length > 80 ? data.split("\n") : [data]) {
		const name = line.length < 2 ? null : sectionName(line.trim());
		if (name !== null) found.push(name);
	}
	return found;
}

function inFurniture(node: Node): boolean {
	for (let up = composedParent(node); up !== null; up = composedParent(up)) {
		if (up.nodeType === 1 && (isFurniture(up as Element) || HIDDEN.has((up as Element).localName)))
			return true;
	}
	return false;
}

const HIDDEN = new Set(["script", "style", "template", "noscript", "select", "textarea", "button"]);

function commonAncestor(a: Node, b: Node): Node | null {
	for (let node: Node | null = a; node !== null; node = node.parentNode) if (node.contains(b)) return node;
	return null;
}
