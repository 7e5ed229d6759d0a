import { CODE_SYSTEMS, type CodeSystem } from "../../utils/codesets/types";
import { ChapterSelect } from "./chapter-select";
import type { SearchBox } from "./use-search-box";

/** Which codes are looked for: system, chapter, reportable ones only. */
export function SearchFiltersBar({ box }: { box: SearchBox }) {
	const { filters, setFilters } = box;
	return (
		<div className="search-filters small muted">
			<select
				className="quiet-field"
				aria-label="Code system"
				value={filters.system}
				onChange={(event) =>
					setFilters({ ...filters, system: event.target.value as CodeSystem | "", chapter: "" })
				}
			>
				<option value="">All systems</option>
				{CODE_SYSTEMS.map((system) => (
					<option key={system}>{system}</option>
				))}
			</select>
			{(filters.system === "" || filters.system === "ICD-10-CM") && (
				<ChapterSelect
					className="quiet-field"
					chapter={filters.chapter}
					onChoose={(chapter) => setFilters({ ...filters, chapter })}
				/>
			)}
			<label className="search-billable">
				<input
					type="checkbox"
					checked={filters.billableOnly}
					onChange={(event) => setFilters({ ...filters, billableOnly: event.target.checked })}
				/>
				Billable only
			</label>
		</div>
	);
}
