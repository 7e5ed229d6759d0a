/** A code or range of codes that a Tabular note names in its text. Undotted, upper case. */
export interface CodeRef {
	from: string;
	/** Same as `from` for a single code. */
	to: string;
	/** "with .44", "with fifth character 2": what a member of the range must look like, too. */
	condition?: { at: number; text: string } | { endsWith: string };
}

const CODE = "[A-Z]\\d[0-9A-Z](?:\\.[0-9A-Z]{1,4})?";
// A range first: otherwise the hyphen of "N18.1-N18.6" would be taken for that of "N18.-".
const RANGE = new RegExp(`(${CODE})(?:\\.?-?\\s*-\\s*(${CODE})\\.?-?|\\.?-?)`, "g");
const ORDINALS: Record<string, number> = { fourth: 3, fifth: 4, "5th": 4, sixth: 5, "6th": 5 };

/**
 * Reads the code references of a note's text: "(E11.-)", "(S02.0-S02.9)", "K35.2-, K35.3-",
 * "(E08-E13 with .44)". Text that only looks like a code ("T4 level") has no third character and is
 * passed over. Conditions that are not understood yield no reference at all: better silent than wrong.
 */
export function parseCodeRefs(text: string): CodeRef[] {
	const refs: CodeRef[] = [];
	for (const match of text.matchAll(RANGE)) {
		const before = text[match.index - 1];
		if (before !== undefined && /[A-Za-z0-9]/.test(before)) continue;
		const from = bare(match[1] ?? "");
		const to = bare(match[2] ?? match[1] ?? "");
		const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
		const tail = /^\s*with\s+([^),;]*)/i.exec(rest)?.[1];
		if (tail === undefined || !/character|^\./i.test(tail)) {
			refs.push({ from, to });
			continue;
		}
		refs.push(...conditions(tail).map((condition) => ({ from, to, condition })));
	}
	return refs;
}

function conditions(tail: string): NonNullable<CodeRef["condition"]>[] {
	const dotted = /^\.(\d+)(?:-\.(\d+))?/.exec(tail);
	if (dotted) {
		const first = Number(dotted[1]);
		const last = Number(dotted[2] ?? dotted[1]);
		const width = (dotted[1] ?? "").length;
		return Array.from({ length: Math.min(last - first + 1, 20) }, (_, i) => ({
			at: 3,
			text: String(first + i).padStart(width, "0"),
		}));
	}
	const positions = /\b(fourth|fifth|sixth|5th|6th)(?:\s+or\s+(sixth))?[\s-]+character\s+\.?(\w)/i.exec(tail);
	if (positions) {
		const names = [positions[1], positions[2]].filter((name) => name !== undefined);
		return names.map((name) => ({ at: ORDINALS[name.toLowerCase()] ?? 4, text: positions[3] ?? "" }));
	}
	const final = /final characters?\s+-?(\w+)/i.exec(tail);
	return final ? [{ endsWith: final[1] ?? "" }] : [];
}

/** Undotted upper-case form of a code. */
export function bare(code: string): string {
	return code.replace(/[.\s]/g, "").toUpperCase();
}
