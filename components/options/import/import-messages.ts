import type { ColumnMapping, ListRow } from "../../../utils/codesets/import/csv";
import type { ImportProgress } from "../../../utils/codesets/import/progress";
import type { CodeSystem, Day } from "../../../utils/codesets/types";

/** What the options page asks its import Worker. `run` tells answers to an older question apart. */
export type ImportRequest =
	| { type: "plan"; run: number; files: File[] }
	| { type: "table"; run: number; name: string; mapping: ColumnMapping }
	| {
			type: "import";
			run: number;
			keys: string[];
			cptLicence: boolean;
			/** Texts of the tables that an index is made from, by name. */
			tables: Record<string, string>;
	  };

/** One edition that the dropped files hold. */
export interface PlannedEdition {
	/** "ICD-10-CM/FY2026": the release id. */
	key: string;
	system: CodeSystem;
	edition: string;
	validFrom: Day;
	validTo: Day | null;
	files: string[];
	/** An edition of the same id is installed and will be replaced. */
	replaces: boolean;
	/** Has codes, but no Tabular List or index of its own. */
	borrows: string | null;
	/** Storage that its pack will need, roughly, in bytes. */
	estimate: number;
}

/** A plain table: its first rows, and the columns that its headings suggest. */
export interface PlannedTable {
	name: string;
	rows: string[][];
	suggested: ColumnMapping | null;
}

export interface PlannedImport {
	editions: PlannedEdition[];
	tables: PlannedTable[];
	ignored: { name: string; reason: string }[];
	/** Bytes free for this extension, null where the browser does not say. */
	free: number | null;
}

/** An edition that is in, with how long which part took (milliseconds). */
export interface ImportedEdition {
	key: string;
	rows: number;
	billable: number;
	bytes: number;
	ms: { total: number; write: number };
}

export interface ImportFailure {
	/** "quota" when the disk is full, "busy" when another tab is importing, else the refusal's own code. */
	code: string;
	file: string | null;
	line: number | null;
	reason: string;
}

export type ImportAnswer =
	| { type: "planned"; run: number; plan: PlannedImport }
	| { type: "progress"; run: number; edition: string; progress: ImportProgress }
	| { type: "imported"; run: number; edition: ImportedEdition }
	| { type: "done"; run: number }
	| { type: "table"; run: number; name: string; rows: ListRow[] }
	| { type: "failed"; run: number; failure: ImportFailure };
