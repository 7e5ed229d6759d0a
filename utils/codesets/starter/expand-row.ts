import type { Axis } from "./axes";
import type { CodePart } from "./template";
import { fill } from "./template";

/** A code that one table row stands for; `~` in the title still means the parent's title. */
export interface ExpandedCode {
	code: string;
	title: string;
	/** True for a level in between, made from the row's own axes. */
	generated: boolean;
	/** The level of the row that its terms and notes belong to. */
	anchor: boolean;
	resolved: Map<string, string>;
	/** Set on the level right above the 7th character. */
	seventh?: { char: string; text: string }[];
}

/** Puts the dot of ICD-10-CM where it belongs. */
export function dotted(code: string): string {
	const plain = code.replace(".", "");
	return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}

/** A placeholder X in the 6th place makes no level of its own; one in the 5th does (M53.2X). */
function levelOf(code: string): string {
	return code.length === 6 && code.endsWith("X") ? code.slice(0, 5) : code;
}

/** Expands one row: every combination of its axes and every level in between, parents first. */
export function expandRow(parts: CodePart[], title: string, axes: Map<string, Axis>): ExpandedCode[] {
	const out: ExpandedCode[] = [];
	const walk = (at: number, code: string, resolved: Map<string, string>, anchored: boolean): void => {
		const part = parts[at];
		if (!part) {
			out.push(node(code, resolved, false, !anchored));
			return;
		}
		if ("text" in part) {
			walk(at + 1, code + part.text.replace(".", ""), resolved, anchored);
			return;
		}
		let done = anchored;
		if (code.length >= 3) {
			const level = node(levelOf(code), resolved, true, !done);
			if (part.axis.seventh) {
				level.seventh = part.values.map((v) => ({ char: v.chars, text: v.words }));
			}
			out.push(level);
			done = true;
		}
		const base = part.axis.seventh ? code.padEnd(6, "X") : code;
		const at7 = part.axis.seventh;
		for (const h of part.headers) {
			if ((base + h.chars).length >= 3 && !at7) {
				out.push(node(base + h.chars, new Map(resolved).set(part.axis.name, h.words), true, false));
			}
		}
		for (const v of part.values) {
			walk(at + 1, base + v.chars, new Map(resolved).set(part.axis.name, v.words), done);
		}
	};
	const node = (
		code: string,
		resolved: Map<string, string>,
		generated: boolean,
		anchor: boolean,
	): ExpandedCode => ({
		code: dotted(code),
		title: fill(title, resolved, axes),
		generated,
		anchor,
		resolved,
	});
	walk(0, "", new Map(), false);
	return out;
}
