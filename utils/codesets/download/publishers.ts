import type { CodeSystem } from "../types";

/** Where a publisher lists its files, and how the files of an edition are recognised there. */
export interface Publisher {
	id: string;
	title: string;
	system: CodeSystem;
	/** Listing to begin at. Everything below it is found by pattern. */
	listing: string;
	/** Names of folders of editions, when the listing has one folder an edition; the year is in them. */
	folder?: RegExp;
	/** Names of the archives that make an edition. */
	file: RegExp;
	/** Names that match `file` and are something else. */
	not: RegExp;
}

const NOT_CODES =
	/addend|crosswalk|conversion|mapping|gems|poa|guideline|present|duplicate|proc(?:edure)?.?notes/i;

/** Publishers of the sets that anybody may use. CPT is not among them: it comes from the user's own files. */
export const PUBLISHERS: readonly Publisher[] = [
	{
		id: "cdc-icd10cm",
		title: "ICD-10-CM from CDC/NCHS",
		system: "ICD-10-CM",
		listing: "https://ftp.cdc.gov/pub/Health_Statistics/NCHS/Publications/ICD10CM/",
		folder: /(?:^|\D)20\d\d(?:\D|$)/,
		file: /(?:order|code|descriptions|table|tabular|index).*\.zip$/i,
		not: NOT_CODES,
	},
	{
		id: "cms-hcpcs",
		title: "HCPCS Level II from CMS",
		system: "HCPCS",
		listing:
			"https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update",
		file: /(?:alpha.?numeric|anweb|hcpc).*\.zip$/i,
		not: NOT_CODES,
	},
	{
		id: "cms-icd10pcs",
		title: "ICD-10-PCS from CMS",
		system: "ICD-10-PCS",
		listing: "https://www.cms.gov/medicare/coding-billing/icd-10-codes",
		file: /pcs.*order.*\.zip$/i,
		not: NOT_CODES,
	},
];

/** Address pattern that the browser has to be asked for before the listing can be read. */
export const permissionFor = (publisher: Publisher): string => `${new URL(publisher.listing).origin}/*`;
