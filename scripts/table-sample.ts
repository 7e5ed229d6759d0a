/**
 * Draws the random rows of a table that a reviewer reads (docs/table-review.md), with the official titles of
 * the codes in each row beside them when CHARTSIDE_SHARED is set.
 *
 *   npx tsx scripts/table-sample.ts FILE [--share 0.05] [--rows N] [--seed 20261122]
 *
 * Comment lines, blank lines and the column row do not count. The same file and seed give the same rows.
 */
import { existsSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";

const [file = "", ...options] = process.argv.slice(2);
const option = (name: string, fallback: number): number => {
	const at = options.indexOf(name);
	return at < 0 ? fallback : Number(options[at + 1]);
};

/** Official titles by undotted code, from the order file and the HCPCS file; empty without CHARTSIDE_SHARED. */
function officialTitles(): Map<string, string> {
	const titles = new Map<string, string>();
	const sets = process.env.CHARTSIDE_SHARED && `${process.env.CHARTSIDE_SHARED}/codesets`;
	const order = `${sets}/icd10cm-2027/icd10cm-CodeDescriptions-2027.zip`;
	const hcpcs = `${sets}/hcpcs-2026/HCPC2026_JAN_ANWEB.zip`;
	if (!sets || !existsSync(order) || !existsSync(hcpcs)) return titles;
	const text = (zip: string, name: RegExp): string[] => {
		const parts = unzipSync(readFileSync(zip), { filter: (entry) => name.test(entry.name) });
		return strFromU8(Object.values(parts)[0] ?? new Uint8Array()).split("\n");
	};
	for (const line of text(order, /icd10cm_order_\d+\.txt$/))
		titles.set(line.slice(6, 14).trim(), `${line[14] === "0" ? "[header] " : ""}${line.slice(77).trim()}`);
	for (const line of text(hcpcs, /ANWEB\.txt$/)) {
		const code = line.slice(0, 5);
		if (/^[A-Z]\d{4}$/.test(code)) titles.set(code, (titles.get(code) ?? "") + line.slice(11, 91).trimEnd());
	}
	return titles;
}

/** A small random generator with a seed (mulberry32): values from 0 to below 1. */
function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

const rows = readFileSync(file, "utf8")
	.split("\n")
	.map((text, index) => ({ text, line: index + 1 }))
	.filter((row) => row.text.trim() !== "" && !row.text.startsWith("# "));
if (!/^[A-Z]\d\d\t|^\d{5}\t|^A\d{4}\t/.test(rows[0]?.text ?? "")) rows.shift();
const random = randomFrom(option("--seed", 20261122));
const count = option("--rows", Math.ceil(rows.length * option("--share", 0.05)));
for (let index = 0; index < Math.min(count, rows.length); index++) {
	const other = index + Math.floor(random() * (rows.length - index));
	[rows[index], rows[other]] = [rows[other]!, rows[index]!];
}
const titles = officialTitles();
const sample = rows.slice(0, count).sort((first, second) => first.line - second.line);
console.log(`# ${file}: ${sample.length} of ${rows.length} rows`);
for (const row of sample) {
	const codes = row.text.match(/\b[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?\b/g) ?? [];
	const known = codes.map((code) => `${code} ${titles.get(code.replace(".", "")) ?? "-"}`);
	console.log([row.line, row.text.replaceAll("\t", " ¦ "), ...known].join("  ·  "));
}
