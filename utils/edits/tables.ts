import { tableRows } from "../lexicon/tables";

/** True when an undotted code lies between two starts, both included ("Z55" … "Z65" holds "Z599"). */
export function between(bare: string, from: string, to: string): boolean {
	// Most rows are told apart by the letter: no need to cut strings for them.
	const letter = bare.charCodeAt(0);
	if (letter < from.charCodeAt(0) || letter > to.charCodeAt(0)) return false;
	return bare.slice(0, from.length) >= from && bare.slice(0, to.length) <= to;
}

const cache = new Map<string, unknown>();

/** Parsed form of a table, made once. Tables do not change while the engine runs. */
function once<T>(name: string, make: () => T): T {
	if (!cache.has(name)) cache.set(name, make());
	return cache.get(name) as T;
}

/** Z codes that may only be first-listed (I.C.21.c.15). */
export const firstOnly = () =>
	once("first-only", () =>
		tableRows("rules/list-first-only", ["prefix", "except", "source"]).map(({ cells }) => cells),
	);

/** Codes that are never first-listed, with the id of the finding. */
export const neverFirst = () =>
	once("never-first", () =>
		tableRows("rules/list-never-first", ["from", "to", "rule", "what", "source"]).map(({ cells }) => cells),
	);

/** Pairs that the classification joins, or that contradict each other. */
export const combinations = () =>
	once("combinations", () =>
		tableRows("rules/list-combinations", ["id", "first", "second", "more", "text", "source"]).map(
			({ cells }) => ({
				...cells,
				first: cells.first.split("|"),
				second: cells.second.split("|"),
			}),
		),
	);

/** Wording of the "use additional code" notes whose partner is always there. */
export const requiredPartners = () =>
	once("use-additional", () =>
		tableRows("rules/list-use-additional", ["words"]).map(({ cells }) => cells.words.toLowerCase()),
	);

/** Age ranges of codes. */
export const ageRanges = () =>
	once("ages", () =>
		tableRows("rules/list-ages", ["from", "to", "min", "max", "what", "source"]).map(({ cells }) => ({
			...cells,
			min: Number(cells.min),
			max: Number(cells.max),
		})),
	);

/** Manifestation codes whose title does not say so. */
export const manifestationStarts = () =>
	once("manifestations", () =>
		tableRows("rules/list-manifestations", ["prefix"]).map(({ cells }) => cells.prefix),
	);

/** Codes that are not a principal diagnosis of an inpatient stay. */
export const notPrincipal = () =>
	once("principal", () =>
		tableRows("rules/list-principal", ["from", "to", "except", "what", "source"]).map(({ cells }) => ({
			...cells,
			except: cells.except.split("|").filter(Boolean),
		})),
	);
