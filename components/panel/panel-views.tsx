import { TriangleAlert } from "lucide-react";
import { memo, type ReactNode, type Ref } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { CodeSystem } from "../../utils/codesets/types";
import type { TabView } from "../../utils/messages/view";
import type { Commands } from "../data/use-commands";
import { FindingList } from "../findings/finding-list";
import type { RowListHandle } from "../list/row-list";
import { openCount } from "../suggestions/groups";
import { SuggestionList } from "../suggestions/suggestion-list";
import { reasonFor } from "../worksheet/rows-with-checks";
import { Worksheet } from "../worksheet/worksheet";
import { EmptyList } from "./states";

export type ViewName = "suggestions" | "findings" | "worksheet";

/**
 * The three views of a chart. All three stay mounted, so that switching is instant and each keeps its
 * place; the ones not shown are inert. Their state ends with the encounter. Drawn anew only when a
 * property changes: a keystroke in the search box is none of theirs.
 */
export const PanelViews = memo(function PanelViews({
	view,
	commands,
	singleKeys,
	shown,
	onShow,
	onUndo,
	onShowCode,
	suggestionsRef,
	findingsRef,
}: {
	view: TabView;
	commands: Commands;
	singleKeys: boolean;
	shown: ViewName;
	onShow(name: ViewName): void;
	onUndo(): void;
	onShowCode(system: CodeSystem, code: string): void;
	suggestionsRef: Ref<RowListHandle>;
	findingsRef: Ref<RowListHandle>;
}) {
	const toCheck = view.checks.some(
		(check) => check.severity !== "info" && reasonFor(check, view.kept) === null,
	);
	return (
		<Tabs
			key={view.encounter ?? "none"}
			className="views"
			selectedKey={shown}
			onSelectionChange={(key) => onShow(key as ViewName)}
		>
			<TabList aria-label="Chart" className="view-tabs">
				<Tab id="suggestions" className="view-tab">
					Suggestions <Count n={openCount(view.suggestions)} />
				</Tab>
				<Tab id="findings" className="view-tab">
					Findings <Count n={view.findings.length} />
				</Tab>
				<Tab id="worksheet" className="view-tab">
					Worksheet <Count n={view.worksheet.length} />
					{toCheck && <TriangleAlert size={12} className="status-warn" role="img" aria-label="has checks" />}
				</Tab>
			</TabList>
			<div className="view-stack">
				<View name="suggestions">
					{view.suggestions.length === 0 ? (
						<EmptyList of="suggestions" view={view} />
					) : (
						<SuggestionList
							suggestions={view.suggestions}
							commands={commands}
							singleKeys={singleKeys}
							onShowCode={onShowCode}
							handle={suggestionsRef}
						/>
					)}
				</View>
				<View name="findings">
					{view.findings.length === 0 ? (
						<EmptyList of="findings" view={view} />
					) : (
						<FindingList
							findings={view.findings}
							commands={commands}
							singleKeys={singleKeys}
							onShowCode={(code) => onShowCode("ICD-10-CM", code)}
							handle={findingsRef}
						/>
					)}
				</View>
				<View name="worksheet">
					{view.worksheet.length === 0 && view.checks.length === 0 && !view.canUndo ? (
						<EmptyList of="worksheet" view={view} />
					) : (
						<Worksheet
							view={view}
							commands={commands}
							singleKeys={singleKeys}
							onUndo={onUndo}
							onShowCode={onShowCode}
						/>
					)}
				</View>
			</div>
		</Tabs>
	);
});

function View({ name, children }: { name: ViewName; children: ReactNode }) {
	return (
		<TabPanel id={name} shouldForceMount className="view scroll" data-view={name}>
			{children}
		</TabPanel>
	);
}

function Count({ n }: { n: number }) {
	return <span className="view-count">{n}</span>;
}
