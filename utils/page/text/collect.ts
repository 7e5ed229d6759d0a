import type { Block } from "../../text/note-text";
import { canHost, type OpenShadow } from "../shadow";
import { blockStyleOf, isSkipped, lookOf } from "./elements";
import { type BlockStyle, TextBuilder } from "./text-builder";
import type { TextMap } from "./text-map";

/** What was read of one region. */
export interface Collected {
	text: string;
	blocks: Block[];
	map: TextMap;
}

export interface CollectOptions {
	open: OpenShadow;
	/** Elements inside the root that are regions of their own, or furniture. */
	leaveOut: (element: Element) => boolean;
}

const PARAGRAPH: BlockStyle = { kind: "paragraph" };
/** Nodes between two chances to stop. */
const STRIDE = 400;
/** No parser nests deeper; a script that does must not overflow our stack. */
const DEEPEST = 700;

/**
 * Reads the visible text below `root` in the order it is shown (slots and shadow trees in place). A
 * generator: it yields every few hundred nodes, so the caller can keep its slices short. What the page
 * changes in between makes the region dirty again and is read next time.
 */
export function* collect(root: Element, options: CollectOptions): Generator<void, Collected> {
	const builder = new TextBuilder();
	let count = 0;

	function* children(parent: ParentNode | Element, context: Context): Generator<void> {
		for (let node = parent.firstChild; node !== null; node = node.nextSibling) yield* visit(node, context);
	}

	function* visit(node: Node, context: Context): Generator<void> {
		if (++count % STRIDE === 0) yield;
		if (node.nodeType === 3) {
			if (!context.hidden) builder.add(node as Text, context.verbatim);
		} else if (node.nodeType === 1) {
			yield* element(node as Element, context);
		}
	}

	function* element(el: Element, context: Context): Generator<void> {
		if (el.localName === "br") return builder.line();
		if (el !== root && (isSkipped(el) || options.leaveOut(el))) return;
		const look = lookOf(el);
		if (look.gone) return;
		const style = look.block ? (blockStyleOf(el) ?? context.style) : context.style;
		if (context.depth > DEEPEST) return;
		const inner: Context = { style, hidden: look.hidden, verbatim: look.verbatim, depth: context.depth + 1 };
		if (look.block) builder.break(style, look.cell ? "\t" : "\n");
		yield* inside(el, inner);
		if (look.block) builder.break(context.style, look.cell ? "\t" : "\n");
	}

	function* inside(el: Element, context: Context): Generator<void> {
		const shadow = canHost(el) ? options.open(el) : null;
		if (shadow !== null) return yield* children(shadow, context);
		if (el.localName === "slot") {
			const assigned = (el as HTMLSlotElement).assignedNodes?.() ?? [];
			if (assigned.length > 0) {
				for (const node of assigned) yield* visit(node, context);
				return;
			}
		}
		yield* children(el, context);
	}

	yield* element(root, { style: PARAGRAPH, hidden: false, verbatim: false, depth: 0 });
	return builder.finish();
}

interface Context {
	style: BlockStyle;
	hidden: boolean;
	verbatim: boolean;
	depth: number;
}

/** Runs a generator to its end at once: for small roots and tests. */
export function finish<T>(steps: Generator<void, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
