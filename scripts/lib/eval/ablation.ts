import { readWhole } from "../../../utils/notes/analyze";
import type { NoteReader, Stage } from "../../../utils/notes/reader";
import type { GoldNote } from "./gold";
import { add, count, f1, none } from "./score";

const STAGES: readonly (Stage | "lexicon")[] = [
	"specifics",
	"sections",
	"context",
	"lexicon",
	"combinations",
	"one condition",
	"history",
	"cues",
	"spelling",
	"implied sites",
];

/** Exact F1 of the selected codes at depth core for each set. */
export function coreFigures(reader: NoteReader, notes: readonly GoldNote[]): Map<string, number> {
	const counts = new Map<string, ReturnType<typeof none>>();
	for (const note of notes) {
		const { suggestions } = readWhole(reader, { text: note.text }, { depth: "core" });
		const selected = suggestions
			.filter((s) => s.selected && s.system === "ICD-10-CM")
			.map(({ code }) => code);
		counts.set(note.set, add(counts.get(note.set) ?? none(), count(selected, note.core)));
	}
	return new Map([...counts].map(([set, c]) => [set, f1(c)]));
}

const figures = (map: ReadonlyMap<string, number>): string =>
	[...map].map(([set, value]) => `${set} ${value.toFixed(3)}`).join("  ");

/** The reader without the lexicon's rows for which `drop` holds. */
export function withoutPhrases(reader: NoteReader, drop: (entry: number) => boolean): NoteReader {
	const never = new Set(["template" as const]);
	const hints = reader.hints.map((hint, entry) => (drop(entry) ? { ...hint, roles: never } : hint));
	return { ...reader, hints };
}

/** Prints the figure with each stage left out, weights unchanged. */
export function printAblation(reader: NoteReader, all: readonly GoldNote[]): void {
	const notes = all.filter((_, i) => i % 3 === 0);
	console.log("\nEach stage left out (every third note, depth core, exact F1, weights unchanged)");
	console.log(`  ${"all stages".padEnd(16)} ${figures(coreFigures(reader, notes))}`);
	for (const stage of STAGES) {
		const without =
			stage === "lexicon" ? withoutPhrases(reader, () => true) : { ...reader, off: new Set([stage]) };
		console.log(`  ${stage.padEnd(16)} ${figures(coreFigures(without, notes))}`);
	}
}

/**
 * Prints the figure after every lexicon row whose words all stand in a gold evidence quote (or annotated mention)
 * of these notes is taken out: what is left is what the engine does without rows for these very words.
 */
export function printTakenOut(
	reader: NoteReader,
	notes: readonly GoldNote[],
	quotes: readonly string[],
	keysOf: (text: string) => string[],
): void {
	const golden = quotes.map((quote) => new Set(keysOf(quote)));
	const byKey = new Map<string, number[]>();
	golden.forEach((keys, q) => {
		for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), q]);
	});
	const names = [...reader.ids.keys()];
	const { lexicon } = reader;
	let dropped = 0;
	const gone = new Uint8Array(lexicon.size);
	for (let entry = 0; entry < lexicon.size; entry++) {
		const keys: string[] = [];
		for (let k = lexicon.starts[entry] as number; k < (lexicon.starts[entry + 1] as number); k++)
			keys.push(names[lexicon.keys[k] as number] as string);
		const candidates = byKey.get(keys[0] as string) ?? [];
		if (candidates.some((q) => keys.every((key) => (golden[q] as Set<string>).has(key)))) {
			gone[entry] = 1;
			dropped++;
		}
	}
	const left = withoutPhrases(reader, (entry) => gone[entry] === 1);
	console.log(
		`\nLexicon rows that match a gold span taken out (${dropped} of ${lexicon.size}); depth core, exact F1`,
	);
	console.log(`  full             ${figures(coreFigures(reader, notes))}`);
	console.log(`  taken out        ${figures(coreFigures(left, notes))}`);
}
