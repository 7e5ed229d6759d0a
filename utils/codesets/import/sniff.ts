import type { CodeSystem, IndexPath } from "../types";
import type { SourceFile } from "./archive";
import { cptYear } from "./cpt";
import { decodeText } from "./decode";
import { baseName, calendarEdition, type Edition, fiscalEdition, yearEdition } from "./edition";

export type FileKind =
	| "order"
	| "tabular"
	| IndexPath["source"]
	| "hcpcs"
	| "cpt-short"
	| "cpt-medium"
	| "cpt-long"
	| "cpt-modifiers"
	| "pprrvu";

/** What a file turned out to be. */
export type Sniffed =
	| { file: SourceFile; kind: FileKind; system: CodeSystem; edition: Edition | null }
	| { file: SourceFile; kind: "csv" | "ignored"; reason: string };

const HEAD_BYTES = 24_576;

/** Says what a file is by what is in it; the name decides only among files that look alike. */
export function sniff(file: SourceFile): Sniffed {
	const head = decodeHead(file.bytes);
	const name = baseName(file.name);
	const ignored = (reason: string): Sniffed => ({ file, kind: "ignored", reason });
	if (file.bytes.length === 0) return ignored("the file is empty");
	if (/\.(xlsx?|docx?|pdf)$/i.test(name)) return ignored("a document; code sets come as text and XML files");
	if (/^\s*</.test(head)) return sniffXml(file, head) ?? ignored("an XML file that holds no code set");
	if (head.includes("\u0000")) return ignored("not a text file");

	const cpt = sniffCpt(file, head, name);
	if (cpt) return cpt;
	if (/^\s*\d{1,6} +[0-9A-Z]{3,7} +[01] +\S/m.test(head) && !/^(Add|Delete|Revise)/im.test(head)) {
		const system = isPcs(head) ? "ICD-10-PCS" : "ICD-10-CM";
		return { file, kind: "order", system, edition: fiscalEdition(file.name) };
	}
	if (/^[A-Z]\d{4}\d{5}[34]/m.test(head) || /^ {3}[0-9A-Z]{2}\d{5}[78]/m.test(head)) {
		return { file, kind: "hcpcs", system: "HCPCS", edition: calendarEdition("HCPCS", file.name) };
	}
	if (/addend/i.test(name) || /^(Add|Delete|No change|Revise)[^,\n]*:?\s/im.test(head)) {
		return ignored("an addenda list: the comparison of editions is made from the full files");
	}
	if (/^[A-Z]\d[0-9A-Z]{1,5} +\S/.test(head))
		return ignored("a list of codes: the order file holds the same and more");
	if (/\.(csv|tsv)$/i.test(name)) return { file, kind: "csv", reason: "needs a column mapping" };
	return ignored("not a file of a code set that is known here");
}

function decodeHead(bytes: Uint8Array): string {
	return decodeText(bytes.subarray(0, HEAD_BYTES));
}

function sniffXml(file: SourceFile, head: string): Sniffed | null {
	const version = /<version>\s*(\d{4})\s*<\/version>/.exec(head)?.[1];
	const found = (kind: FileKind): Sniffed => ({
		file,
		kind,
		system: "ICD-10-CM",
		edition: fiscalEdition(file.name, version),
	});
	if (head.includes("<ICD10CM.tabular")) return found("tabular");
	if (!head.includes("<ICD10CM.index")) return null;
	if (/<head col="1">\s*Substance/.test(head)) return found("drug");
	if (/<head col="1">\s*Neoplasm/.test(head)) return found("neoplasm");
	return found(/<title>[^<]*external cause/i.test(head) ? "eindex" : "index");
}

function sniffCpt(file: SourceFile, head: string, name: string): Sniffed | null {
	const edition = calendarEdition("CPT", file.name) ?? yearEdition(cptYear(head));
	const found = (kind: FileKind, own = edition): Sniffed => ({ file, kind, system: "CPT", edition: own });
	if (/^"?HCPCS"?,"?MOD"?,"?DESCRIPTION"?/im.test(head)) {
		// Its short texts are an edition of their own, unless the AMA's files come with it.
		return found("pprrvu", edition && { ...edition, edition: `${edition.edition}-RVU` });
	}
	if (/^SHORTU/i.test(name)) return found("cpt-short");
	if (/^MEDU/i.test(name)) return found("cpt-medium");
	if (/^LONGUL/i.test(name)) return found("cpt-long");
	if (/^MODUL/i.test(name)) return found("cpt-modifiers");
	return null;
}

/** ICD-10-CM codes are a letter and a figure and have any length; ICD-10-PCS has 3 or 7 characters. */
function isPcs(head: string): boolean {
	const codes = [...head.matchAll(/^\s*\d{1,6} +([0-9A-Z]{3,7}) +[01] /gm)].map((match) => match[1]!);
	if (codes.some((code) => /^\d/.test(code))) return true;
	return codes.length > 20 && codes.every((code) => code.length === 3 || code.length === 7);
}
