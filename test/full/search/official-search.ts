import { loadTables } from "../../../scripts/lib/load-tables";
import { openSearch, type Searcher } from "../../../utils/search/search";
import { officialSet } from "../codesets/official";

/** Search over the official FY2026 set with index and tabular, indexed by the code under test. */
export function officialSearch(): Searcher {
	loadTables();
	return openSearch(officialSet("icd10cm-2026"));
}
