import type { ReactNode } from "react";
import type { SearchHit } from "../../utils/search/types";
import { FavouriteButton } from "../detail/favourite-button";
import { MarkedText } from "../text/marked-text";

const VIA_WORDS: Record<NonNullable<SearchHit["via"]>["kind"], string> = {
	index: "index",
	inclusion: "includes",
	synonym: "synonym",
	code: "code",
	user: "your synonym",
};

/** What a title does not say: system, whether it is a category, and what else matched. */
function SearchRowFacts({ hit }: { hit: SearchHit }) {
	const via = hit.via?.kind === "code" ? undefined : hit.via;
	if (hit.system === "ICD-10-CM" && hit.billable && via === undefined) return null;
	return (
		<span className="search-via small muted">
			{hit.system !== "ICD-10-CM" && <span className="tag">{hit.system}</span>}{" "}
			{!hit.billable && <span className="tag">category</span>}{" "}
			{via !== undefined && (
				<>
					{VIA_WORDS[via.kind]}: <MarkedText text={via.text} marks={via.marks} />
				</>
			)}
		</span>
	);
}

/** One code found: title with the matched words marked, and what else matched. */
export function SearchRow({
	id,
	hit,
	active,
	favourite,
	onPick,
	buttons,
}: {
	id: string;
	hit: SearchHit;
	active: boolean;
	favourite: boolean;
	onPick(): void;
	buttons: ReactNode;
}) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: see the grid
		// biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search box
		// biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the search box
		<div
			id={id}
			role="row"
			aria-selected={active}
			className={`search-row${active ? " active" : ""}${hit.billable ? "" : " header-code"}`}
			onMouseDown={(event) => {
				// Keep the focus in the box, unless a button is being pressed.
				if ((event.target as HTMLElement).closest("button") === null) event.preventDefault();
			}}
			onClick={(event) => {
				if ((event.target as HTMLElement).closest("button") === null) onPick();
			}}
		>
			{/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
			{/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search box */}
			<div role="gridcell" className="search-cell">
				<div>
					<span className="code search-code">{hit.code}</span>
					<div className="search-buttons">{buttons}</div>
				</div>
				<span className={`search-star${favourite ? " is-favourite" : ""}`}>
					<FavouriteButton
						key={String(favourite)}
						system={hit.system}
						code={hit.code}
						favourite={favourite}
						tabIndex={active ? 0 : -1}
					/>
				</span>
				<div className="search-main">
					<span className="search-title">
						<MarkedText text={hit.title} marks={hit.titleMarks} />
					</span>
					<SearchRowFacts hit={hit} />
				</div>
			</div>
		</div>
	);
}
