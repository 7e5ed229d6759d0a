import { useCallback, useEffect, useRef, useState } from "react";
import type { CodeSystem } from "../../utils/codesets/types";
import type { SearchHit } from "../../utils/search/types";
import { useCommands } from "../data/use-commands";
import { usePreferences } from "../data/use-preferences";
import { useTabView } from "../data/use-tab-view";
import { CodePageView } from "../detail/code-page";
import { useCodePages } from "../detail/use-code-pages";
import type { RowListHandle } from "../list/row-list";
import { SearchField } from "../search/search-field";
import { SearchResults } from "../search/search-results";
import { useSearchBox } from "../search/use-search-box";
import { ChartControls, DepthChoice } from "./chart-controls";
import { EditionLine } from "./edition-line";
import { KeysDialog } from "./keys-dialog";
import { PanelFooter } from "./panel-footer";
import { PanelViews, type ViewName } from "./panel-views";
import { PreviousChartNotice } from "./previous-chart";
import { ReadLine } from "./read-line";
import { ResultButtons } from "./result-buttons";
import { NoView, TabState } from "./states";
import { useAskedFinding } from "./use-asked-finding";
import { useAskedSearch } from "./use-asked-search";
import { useChartNews } from "./use-chart-news";
import { focusShownView, useEncounterChange } from "./use-encounter-change";
import { usePanelActions } from "./use-panel-actions";
import { usePanelKeys } from "./use-panel-keys";
import "./panel.css";

/** The side panel: search, what was read, and the three views of the chart in one tab. */
export function Panel({ tabId }: { tabId: number | null }) {
	const { view, failed, reload } = useTabView(tabId);
	const { preferences, change } = usePreferences();
	const commands = useCommands(tabId, view?.encounter ?? null);
	const pages = useCodePages();
	const [shown, setShown] = useState<ViewName>("suggestions");
	const [keysOpen, setKeysOpen] = useState(false);
	const panel = useRef<HTMLDivElement>(null);
	const suggestionsRef = useRef<RowListHandle>(null);
	const findingsRef = useRef<RowListHandle>(null);
	const { singleKeys } = preferences;

	const { show } = pages;
	const showCode = useCallback((system: CodeSystem, code: string) => show({ system, code }), [show]);
	const pick = (hit: SearchHit) => {
		if (!hit.billable) showCode(hit.system, hit.code);
		else if (view?.encounter == null) void commands.copy(hit.code, `${hit.code} copied`);
		else void commands.add(hit.system, hit.code);
	};
	const date = view?.date;
	const box = useSearchBox({
		tabId,
		...(date === undefined ? {} : { date }),
		onPick: pick,
		onOpen: (hit) => showCode(hit.system, hit.code),
		onLeave: () => focusShownView(panel.current),
	});
	const searching = box.text.trim() !== "";
	const { setText } = box;

	// What is on screen of one chart must not be at hand in the next.
	useEncounterChange(view, () => {
		pages.close();
		setText("");
	});
	useChartNews(view);
	useAskedFinding(tabId, (id) => {
		pages.close();
		setText("");
		setShown("findings");
		requestAnimationFrame(() => findingsRef.current?.focus(id));
	});
	useAskedSearch((text) => {
		pages.close();
		setText(text);
		box.field.current?.focus();
	});

	const wasDeep = useRef(false);
	const deep = pages.page !== null;
	useEffect(() => {
		if (wasDeep.current && !deep) {
			if (searching) box.field.current?.focus();
			else focusShownView(panel.current);
		}
		wasDeep.current = deep;
	}, [deep, searching, box.field]);

	const actions = usePanelActions({
		panel,
		field: box.field,
		findings: view?.findings,
		findingsRef,
		canUndo: view?.canUndo === true,
		commands,
		setShown,
		setKeysOpen,
	});
	const covered = deep || searching;
	const onKeyDown = usePanelKeys(singleKeys, covered, actions);

	const state = view === null ? null : TabState({ view, commands, onRetry: reload });
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: keys that act on the whole panel
		<div className="panel" ref={panel} onKeyDown={onKeyDown}>
			<header className="panel-head">
				<h1 className="unseen">Chartside</h1>
				<SearchField box={box} slashHint={singleKeys} onBrowse={() => pages.show({ system: "ICD-10-CM" })} />
				{view !== null && !searching && (
					<>
						<ReadLine view={view}>
							{state === null && <DepthChoice view={view} commands={commands} />}
						</ReadLine>
						{state === null && <ChartControls view={view} commands={commands} />}
					</>
				)}
			</header>
			<main className="panel-stage">
				<div className="stage-layer" inert={covered} data-covered={covered || undefined}>
					<EditionLine />
					{view?.previous != null && (
						<PreviousChartNotice
							key={view.previous.closedAt}
							previous={view.previous}
							onDiscard={() => void commands.discardPrevious()}
						/>
					)}
					{failed !== null && view !== null && (
						<p className="panel-stale small status-warn">
							The background does not answer. This may be out of date.{" "}
							<button type="button" className="link" onClick={reload}>
								Try again
							</button>
						</p>
					)}
					{view?.status === "error" && view.encounter !== null && (
						<p className="panel-stale small status-warn">
							{view.message ?? "The note could not be worked on."}
						</p>
					)}
					{view === null ? (
						<NoView failed={failed} onRetry={reload} />
					) : (
						(state ?? (
							<PanelViews
								view={view}
								commands={commands}
								singleKeys={singleKeys}
								shown={shown}
								onShow={setShown}
								onUndo={actions.undo}
								onShowCode={showCode}
								suggestionsRef={suggestionsRef}
								findingsRef={findingsRef}
							/>
						))
					)}
				</div>
				{searching && (
					<div className="stage-layer scroll" inert={deep} data-covered={deep || undefined}>
						<SearchResults
							box={box}
							withFilters
							renderButtons={(hit, active) => (
								<ResultButtons
									hit={hit}
									active={active}
									commands={commands}
									canAdd={view?.encounter != null}
									onOpen={() => showCode(hit.system, hit.code)}
								/>
							)}
						/>
					</div>
				)}
				{deep && (
					<div className="stage-layer scroll">
						<CodePageView
							pages={pages}
							tabId={tabId}
							{...(date === undefined ? {} : { date })}
							singleKeys={singleKeys}
							actions={{
								...(view?.encounter == null
									? {}
									: { add: (system, code) => void commands.add(system, code) }),
								copy: (code) => void commands.copy(code, `${code} copied`),
							}}
						/>
					</div>
				)}
			</main>
			<PanelFooter
				hints={deep ? "code" : searching ? "search" : state === null && view !== null ? shown : "none"}
				singleKeys={singleKeys}
				onKeys={() => setKeysOpen(true)}
			/>
			<KeysDialog
				open={keysOpen}
				onClose={() => setKeysOpen(false)}
				singleKeys={singleKeys}
				onSingleKeys={(on) => void change({ singleKeys: on })}
			/>
		</div>
	);
}
