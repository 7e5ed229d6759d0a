/**
 * Checks the golden sets for mistakes of their own: every quotation occurs in its note, ids are unique,
 * and (with CHARTSIDE_SHARED) every code is billable in FY2026 and FY2027, or divided further in FY2027.
 * Run: `npx tsx test/golden/check.ts`. Prints each fault with its file; the exit code is 1 if there is one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";

const here = import.meta.dirname;
const faults: string[] = [];
const codesUsed = new Map<string, string>();
const lines = (name: string) => readFileSync(join(here, name), "utf8").split("\n").filter(Boolean);
const rows = (name: string) => lines(name).filter((line) => !line.startsWith("#"));
const use = (where: string, code: string) => codesUsed.set(code, where);

for (const name of ["shorthands.tsv", "coder-phrases.tsv"])
	for (const line of rows(name)) {
		const [query = "", accepted = "", reason] = line.split("\t");
		if (!query || !reason) faults.push(`${name}: ${line}`);
		for (const code of accepted.split("|")) use(name, code);
	}
for (const line of rows("meaning-queries.tsv")) {
	const [query = "", right = "", siblings = "", kind] = line.split("\t");
	const others = siblings.split("|");
	if (!query || !kind || others.length < 2 || others.includes(right))
		faults.push(`meaning-queries.tsv: ${line}`);
	for (const code of [right, ...others]) use("meaning-queries.tsv", code);
}

type Finding = { topic: string; topics_ok?: string[]; quote: string; quotes_ok?: string[] };
type FindingNote = { id: string; text: string; expect: Finding[]; silent: { about: string }[] };
const ids = new Set<string>();
for (const line of lines("findings.jsonl")) {
	const note = JSON.parse(line) as FindingNote & { allowed: { about: string }[] };
	if (ids.has(note.id)) faults.push(`findings.jsonl: ${note.id} twice`);
	ids.add(note.id);
	const quotes = note.expect.flatMap((finding) => [finding.quote, ...(finding.quotes_ok ?? [])]);
	for (const words of [...quotes, ...[...note.silent, ...note.allowed].map((entry) => entry.about)])
		if (!note.text.includes(words)) faults.push(`findings.jsonl: ${note.id} does not contain "${words}"`);
}

type Note = {
	id: string;
	text: string;
	core: string[];
	managed?: string[];
	codes: string[];
	acceptable: string[];
	uncertain?: string[];
	mentions: { quote: string }[];
	evidence: Record<string, string>;
};
const files = ["gp", "notes", "transcriptions", "transcriptions2", "visits", "visits2"].flatMap((folder) =>
	readdirSync(join(here, folder)).map((name) => ({ folder, name })),
);
for (const { folder, name } of files) {
	const note = JSON.parse(readFileSync(join(here, folder, name), "utf8")) as Note;
	const managed = note.managed ?? note.codes;
	if (folder.startsWith("visits") && !note.managed) faults.push(`${name}: no managed codes`);
	for (const code of managed)
		if (!note.codes.includes(code)) faults.push(`${name}: managed ${code} not in codes`);
	if (`${note.id}.json` !== name) faults.push(`${name}: id ${note.id}`);
	for (const words of [...note.mentions.map((mention) => mention.quote), ...Object.values(note.evidence)])
		if (!note.text.includes(words)) faults.push(`${name}: the note does not contain "${words}"`);
	for (const code of note.core)
		if (!managed.includes(code)) faults.push(`${name}: core ${code} not among the others`);
	for (const code of note.codes) {
		if (!note.evidence[code]) faults.push(`${name}: no evidence for ${code}`);
		if (note.acceptable.includes(code)) faults.push(`${name}: ${code} both required and acceptable`);
	}
	for (const code of [...note.codes, ...note.acceptable, ...(note.uncertain ?? [])]) use(name, code);
}

/** Billable codes of one edition, with the dot; column 15 of the order file is 1 for a billable code. */
function billable(shared: string, year: string): Set<string> {
	const zip = readFileSync(join(shared, `codesets/icd10cm-${year}/icd10cm-CodeDescriptions-${year}.zip`));
	const files = unzipSync(zip, { filter: (file) => /order_\d{4}\.txt$/.test(file.name) });
	const text = Object.values(files)
		.map((bytes) => strFromU8(bytes))
		.join("\n");
	const codes = text
		.split(/\r?\n/)
		.filter((row) => row[14] === "1")
		.map((row) => row.slice(6, 13).trim());
	return new Set(codes.map((code) => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code)));
}

const shared = process.env.CHARTSIDE_SHARED;
if (shared) {
	const [now, next] = [billable(shared, "2026"), billable(shared, "2027")];
	for (const [code, where] of codesUsed) {
		if (!now.has(code)) faults.push(`${where}: ${code} is not billable in FY2026`);
		else if (!next.has(code) && ![...next].some((finer) => finer.startsWith(code)))
			faults.push(`${where}: ${code} is not billable in FY2027`);
	}
} else console.log("CHARTSIDE_SHARED is not set: codes are not checked against the order files.");

for (const fault of faults) console.log(fault);
console.log(`${codesUsed.size} codes, ${ids.size} finding notes, ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
