import { DEFAULT_CAP } from "../../../utils/documentation/find";
import type { Engine } from "../../../utils/engine/engine";
import { evalNotes, NOTE_SETS, type NoteSet } from "./notes";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const quantile = (values: readonly number[], share: number) =>
	[...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? 0;

/** Findings per note of one set. */
export interface Load {
	set: NoteSet;
	mean: number;
	p90: number;
}

/** How many findings a note gets, per set. Throws when one does not quote its note. */
export function noteLoad(engine: Engine, shared: string, sets: readonly NoteSet[] = NOTE_SETS): Load[] {
	const rules = new Map<string, number>();
	const loads: Load[] = [];
	for (const set of sets) {
		const counts = evalNotes(shared, set).map((note) => {
			const { findings } = engine.analyze({ text: note.text }, note.setting ? { setting: note.setting } : {});
			for (const { rule, quote, start, end } of findings) {
				if (note.text.slice(start, end) !== quote || quote === "")
					throw new Error(`${set} ${note.id}: ${rule} does not quote the note`);
				rules.set(rule, (rules.get(rule) ?? 0) + 1);
			}
			return findings.length;
		});
		loads.push({ set, mean: mean(counts), p90: quantile(counts, 0.9) });
		console.log(
			`load ${set}: mean ${mean(counts).toFixed(2)}, p90 ${quantile(counts, 0.9)}, most ${Math.max(...counts)} of a cap of ${DEFAULT_CAP}, ${counts.length} notes`,
		);
	}
	console.log(
		[...rules]
			.sort((a, b) => b[1] - a[1])
			.map(([rule, count]) => `  ${count} ${rule}`)
			.join("\n"),
	);
	return loads;
}

/** Prints findings of all sets for a reader to judge: the same ones on every run with a seed. */
export function sampleFindings(engine: Engine, shared: string, count: number, seed: string): void {
	const all: { key: number; line: string }[] = [];
	for (const set of NOTE_SETS) {
		for (const note of evalNotes(shared, set)) {
			const { findings } = engine.analyze({ text: note.text }, note.setting ? { setting: note.setting } : {});
			for (const finding of findings) {
				const around = note.text
					.slice(Math.max(0, finding.start - 260), finding.end + 260)
					.replace(/\s+/g, " ");
				const line = [
					set,
					note.id,
					finding.rule,
					finding.quote.replace(/\s+/g, " "),
					finding.question,
					finding.codes.join(" "),
					around,
				];
				all.push({
					key: hash(`${seed}/${set}/${note.id}/${finding.rule}/${finding.quote}`),
					line: line.join("\t"),
				});
			}
		}
	}
	all.sort((a, b) => a.key - b.key);
	for (const { line } of all.slice(0, count)) console.log(line);
}

/** A small spread of texts over numbers; only the order matters. */
function hash(text: string): number {
	let value = 2166136261;
	for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) as number), 16777619) >>> 0;
	return Math.imul(value ^ (value >>> 15), 2246822519) >>> 0;
}
