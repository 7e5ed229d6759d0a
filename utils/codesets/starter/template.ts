import type { Axis, AxisValue } from "./axes";
import { valuesOf } from "./axes";

/** A piece of a code template: literal characters, or an axis with the values that apply. */
export type CodePart = { text: string } | { axis: Axis; values: AxisValue[]; headers: AxisValue[] };

/** Parses "S52.50{r:129}{g7}". Returns a message when an axis is unknown or a value impossible. */
export function parseCode(template: string, axes: Map<string, Axis>): CodePart[] | string {
	const parts: CodePart[] = [];
	for (const piece of template.split(/(\{[^}]*\})/)) {
		if (piece === "") continue;
		if (!piece.startsWith("{")) {
			if (!/^[0-9A-Z.]+$/.test(piece)) return `impossible characters in code "${piece}"`;
			parts.push({ text: piece });
			continue;
		}
		const [name = "", subset = ""] = piece.slice(1, -1).split(":");
		const axis = axes.get(name);
		if (!axis) return `unknown axis "${name}"`;
		const missing = [...subset].find((c) => !axis.values.some((v) => v.chars.startsWith(c)));
		if (missing !== undefined) return `axis ${name} has no value ${missing}`;
		const values = valuesOf(axis, subset);
		const headers = axis.headers.filter((h) => values.some((v) => v.chars.startsWith(h.chars)));
		parts.push({ axis, values, headers });
	}
	return parts;
}

/** Names of the axes that a text refers to. */
export function axesIn(text: string): string[] {
	return [...text.matchAll(/\{([a-z]+7?)(?:\|[^}]*)?\}/g)].map((m) => m[1] as string);
}

/**
 * Puts the words of the resolved axes into a text. `{name}` becomes the value's words; `{name|x}` the words
 * with "%" replaced by x. An unresolved axis leaves its own words for that case, mostly none; the commas
 * and prepositions around the gap go with it, and so does all of a part in angle brackets that it stands in:
 * "Olecranon bursitis<, {r} elbow>".
 */
export function fill(text: string, resolved: Map<string, string>, axes: Map<string, Axis>): string {
	let gap = false;
	const unresolved = (name: string) => !resolved.get(name);
	const kept = text.replace(/<([^<>]*)>/g, (_, part: string) => (axesIn(part).some(unresolved) ? "" : part));
	const filled = kept.replace(/\{([a-z]+7?)(?:\|([^}]*))?\}/g, (_, name: string, arg = "") => {
		const words = resolved.get(name) ?? axes.get(name)?.unresolved ?? "";
		if (words === "") gap = true;
		return words.replaceAll("%", arg);
	});
	return gap ? tidy(filled) : filled;
}

function tidy(text: string): string {
	let out = text.replace(/\s+/g, " ").replace(/\s+,/g, ",");
	out = out.replace(/,(\s*,)+/g, ",");
	for (;;) {
		const shorter = out.replace(/(,|\s(of|in|with|to|on|for|at|and|the|,))?\s*$/, "");
		if (shorter === out) break;
		out = shorter;
	}
	return out.replace(/^[\s,]+/, "");
}

/** Upper-cases the first letter. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lower-cases the first letter for use inside a sentence, unless the word is an acronym or a name like "B12". */
export function inner(text: string): string {
	return /^[A-Z][a-z]/.test(text) || /^A /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
