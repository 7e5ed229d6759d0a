import type { CodeSet } from "../../codesets/types";
import type { EntrySource } from "../dictionary/entry";
import { counterpart } from "./counterpart";
import { type Choice, refine } from "./refine";
import type { Surroundings } from "./surroundings";
import type { TitleReader } from "./title-words";

/** What was found in a note, as far as the choice of its code asks. */
interface Named {
	row: number;
	keys: ReadonlySet<string>;
	source: EntrySource;
}

/**
 * Chooses the code under the concept of a mention. What the lexicon says of a phrase is not given up for something
 * vaguer: a code outside the row it names keeps that row's side and half of its words ("left MCA stroke" is neither
 * of the right side nor an unspecified infarction); else the choice stays inside the row.
 */
export function chosenFor(
	reader: { set: CodeSet; titles: TitleReader },
	named: Named,
	around: Surroundings,
): Choice {
	const choice = underPhrase(reader, named, around);
	const rows = choice.rows.map((row) => counterpart(reader.set, reader.titles, row, named.keys, around));
	const other = rows.filter((row, i) => row !== choice.rows[i]);
	return { ...choice, rows, by: [...choice.by, ...other.flatMap((row) => reader.titles.of(row).keys)] };
}

function underPhrase(
	{ set, titles }: { set: CodeSet; titles: TitleReader },
	{ row, keys, source }: Named,
	around: Surroundings,
): Choice {
	const choice = refine(set, titles, row, keys, around);
	if (source !== "phrase") return choice;
	const named = titles.of(row);
	const sided = named.side === "left" || named.side === "right";
	const holds = (chosen: number): boolean => {
		const its = titles.of(chosen);
		if (sided && its.side !== named.side) return false;
		if (set.billable(row) || (chosen >= row && chosen < set.end(row))) return true;
		return named.keys.filter((key) => its.keys.includes(key)).length * 2 >= named.keys.length;
	};
	return choice.rows.every(holds) ? choice : refine(set, titles, row, keys, around, true);
}
