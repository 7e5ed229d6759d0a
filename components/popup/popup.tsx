import { useRef } from "react";
import type { CodeSystem } from "../../utils/codesets/types";
import { useCommands } from "../data/use-commands";
import { usePreferences } from "../data/use-preferences";
import { useTabView } from "../data/use-tab-view";
import { CodePageView } from "../detail/code-page";
import { useCodePages } from "../detail/use-code-pages";
import type { RowListHandle } from "../list/row-list";
import { ResultButtons } from "../panel/result-buttons";
import { NoticeLine } from "../platform/announcer";
import { useApi } from "../platform/api";
import { SearchField } from "../search/search-field";
import { SearchResults } from "../search/search-results";
import { useSearchBox } from "../search/use-search-box";
import { KnownCodes } from "./known-codes";
import { PopupFooter } from "./popup-footer";
import { SiteSwitch } from "./site-switch";
import "./popup.css";

/** The pop-up: look a code up and copy it, switch this site on or off, open the panel. */
export function Popup({ tabId }: { tabId: number | null }) {
	const api = useApi();
	const { view } = useTabView(tabId);
	const { preferences } = usePreferences();
	const commands = useCommands(tabId, view?.encounter ?? null);
	const pages = useCodePages();
	const known = useRef<RowListHandle>(null);

	const copy = async (system: CodeSystem, code: string) => {
		if (await commands.copy(code, `${code} copied`)) {
			// A recent that was not kept is no reason to interrupt.
			await api.send("recents.add", { system, code }).catch(() => {});
		}
	};
	const box = useSearchBox({
		tabId,
		onPick: (hit) => void copy(hit.system, hit.code),
		onOpen: (hit) => pages.show({ system: hit.system, code: hit.code }),
		onLeave: () => known.current?.focus(),
	});
	const searching = box.text.trim() !== "";
	const deep = pages.page !== null;

	return (
		<div className="popup">
			<header className="popup-head">
				<h1 className="unseen">Chartside</h1>
				<SearchField box={box} autoFocus onBrowse={() => pages.show({ system: "ICD-10-CM" })} />
			</header>
			<main className="popup-stage scroll">
				{deep ? (
					<CodePageView
						pages={pages}
						tabId={tabId}
						singleKeys={preferences.singleKeys}
						actions={{ copy: (code) => void copy(pages.page?.system ?? "ICD-10-CM", code) }}
					/>
				) : searching ? (
					<SearchResults
						box={box}
						withFilters={false}
						renderButtons={(hit, active) => (
							<ResultButtons
								hit={hit}
								active={active}
								canAdd={false}
								commands={commands}
								onOpen={() => pages.show({ system: hit.system, code: hit.code })}
							/>
						)}
					/>
				) : (
					<>
						{view !== null && <SiteSwitch view={view} commands={commands} />}
						<KnownCodes
							handle={known}
							singleKeys={preferences.singleKeys}
							onCopy={(system, code) => void copy(system, code)}
							onOpen={(system, code) => pages.show({ system, code })}
						/>
					</>
				)}
			</main>
			<NoticeLine />
			<PopupFooter />
		</div>
	);
}
