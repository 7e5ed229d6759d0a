import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";

const shared = process.env.CHARTSIDE_SHARED;

/** Folder with the official development copies, or null when CHARTSIDE_SHARED is not set. */
export function sharedFolder(): string | null {
	return shared && existsSync(join(shared, "codesets")) ? shared : null;
}

function member(zip: string, name: RegExp): string {
	const files = unzipSync(readFileSync(join(shared as string, "codesets", zip)), {
		filter: (f) => name.test(f.name),
	});
	const bytes = Object.values(files)[0];
	if (!bytes) throw new Error(`${zip} has no file like ${name}`);
	return strFromU8(bytes);
}

export interface OfficialRow {
	billable: boolean;
	title: string;
}

/** The FY2027 order file by dotted code. A check only: its titles are never printed or written. */
export function officialIcd(): Map<string, OfficialRow> {
	const rows = new Map<string, OfficialRow>();
	for (const line of member("icd10cm-2027/icd10cm-CodeDescriptions-2027.zip", /order_2027\.txt$/).split(
		/\r?\n/,
	)) {
		const plain = line.slice(6, 13).trim();
		if (plain === "") continue;
		const code = plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
		rows.set(code, { billable: line[14] === "1", title: line.slice(77).trim() });
	}
	return rows;
}

/** HCPCS Level II codes of the January 2026 file: code -> termination day (YYYYMMDD) or "". */
export function officialHcpcs(): Map<string, { terminated: string; text: string }> {
	const rows = new Map<string, { terminated: string; text: string }>();
	for (const line of member("hcpcs-2026/HCPC2026_JAN_ANWEB.zip", /\.txt$/).split(/\r?\n/)) {
		const code = line.slice(0, 5);
		const there = rows.get(code);
		if (line[10] === "3")
			rows.set(code, { terminated: line.slice(284, 292).trim(), text: line.slice(11, 91).trim() });
		else if (line[10] === "4" && there) there.text += ` ${line.slice(11, 91).trim()}`;
	}
	return rows;
}
