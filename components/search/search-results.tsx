import type { ReactNode } from "react";
import { useEffect } from "react";
import type { SearchHit } from "../../utils/search/types";
import { useFavourites } from "../data/use-favourites";
import { SearchFiltersBar } from "./search-filters";
import { SearchRow } from "./search-row";
import type { SearchBox } from "./use-search-box";
import "./search-results.css";

/** The ranked list under the box, with what was understood of the query. */
export function SearchResults({
	box,
	withFilters,
	renderButtons,
}: {
	box: SearchBox;
	withFilters: boolean;
	/** Buttons of a result; only the active one's are in the tab order. */
	renderButtons(hit: SearchHit, active: boolean): ReactNode;
}) {
	const { search, results, active } = box;
	const isFavourite = useFavourites();
	const activeId = box.rowId(active);
	useEffect(() => {
		if (active >= 0) document.getElementById(activeId)?.scrollIntoView?.({ block: "nearest" });
	}, [active, activeId]);

	return (
		<div className="search-results">
			{withFilters && <SearchFiltersBar box={box} />}
			<Understood box={box} />
			{search.pending && <div className="progress-line" aria-hidden="true" />}
			{search.failed !== null && (
				<p className="empty small">
					The search did not answer ({search.failed}). Type one more letter to try again.
				</p>
			)}
			{/* biome-ignore lint/a11y/useSemanticElements: the list of a combobox whose rows have buttons */}
			<div role="grid" id={box.listId} aria-label="Codes found" className="search-grid">
				{results.map((hit, index) => (
					<SearchRow
						key={`${hit.system} ${hit.code}`}
						id={box.rowId(index)}
						hit={hit}
						active={index === active}
						favourite={isFavourite(hit.system, hit.code)}
						onPick={() => box.onPick(hit)}
						buttons={renderButtons(hit, index === active)}
					/>
				))}
			</div>
			{results.length === 0 && search.answer !== null && !search.pending && <NothingFound box={box} />}
		</div>
	);
}

function Understood({ box }: { box: SearchBox }) {
	const answer = box.search.answer;
	const completions = answer?.completions.slice(0, 4) ?? [];
	if (answer === null || (answer.didYouMean === undefined && completions.length === 0)) return null;
	const take = (text: string) => {
		box.setText(text);
		box.field.current?.focus();
	};
	return (
		<div className="understood small muted">
			{answer.didYouMean !== undefined && (
				<p>
					Showing codes for{" "}
					<button type="button" className="link" onClick={() => take(answer.didYouMean ?? "")}>
						{answer.didYouMean}
					</button>
				</p>
			)}
			{completions.length > 0 && (
				<p className="in-a-row">
					{completions.map((completion) => (
						<button key={completion} type="button" className="link" onClick={() => take(completion)}>
							{completion}
						</button>
					))}
				</p>
			)}
		</div>
	);
}

function NothingFound({ box }: { box: SearchBox }) {
	const { filters } = box;
	const filtered = filters.system !== "" || filters.chapter !== "" || filters.billableOnly;
	return (
		<div className="empty">
			<p>No code has these words.</p>
			<p className="muted small">
				{filtered
					? "The filters leave codes out. "
					: "Try fewer words, an abbreviation (“htn”), or the start of a code (“E11.2”)."}
				{filtered && (
					<button
						type="button"
						className="link"
						onClick={() => box.setFilters({ system: "", chapter: "", billableOnly: false })}
					>
						Search without filters
					</button>
				)}
			</p>
		</div>
	);
}
