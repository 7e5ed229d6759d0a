import { type Ref, useState } from "react";
import type { FindingView } from "../../utils/messages/view";
import type { Commands } from "../data/use-commands";
import { RowList, type RowListHandle } from "../list/row-list";
import type { Section } from "../list/rows";
import { type FindingActions, FindingRow } from "./finding-row";

/** Findings by level: what changes the code first. The order of the note is kept inside a level. */
export function findingSections(findings: readonly FindingView[]): Section<FindingView>[] {
	const rows = (level: FindingView["level"]) =>
		findings.filter((one) => one.level === level).map((one) => ({ key: one.id, item: one }));
	return [
		{ id: "changes-code", title: "Changes the code", rows: rows("changes-code") },
		{ id: "check", title: "Check", rows: rows("check") },
	];
}

/** The keys of the findings in the order they are shown, for "next" and "previous". */
export function findingOrder(findings: readonly FindingView[]): FindingView[] {
	return findingSections(findings).flatMap((section) => section.rows.map((row) => row.item));
}

/** The list of what the note leaves open. */
export function FindingList({
	findings,
	commands,
	singleKeys,
	onShowCode,
	handle,
}: {
	findings: FindingView[];
	commands: Commands;
	singleKeys: boolean;
	onShowCode(code: string): void;
	handle: Ref<RowListHandle>;
}) {
	const [open, setOpen] = useState<string | null>(null);
	const actions: FindingActions = {
		copyQuery: (_, text) => void commands.copy(text, "Query copied"),
		reveal: (finding) => void commands.reveal(finding.where),
		dismiss: (finding) => void commands.dismiss(finding.id),
		mute: (finding, scope) => void commands.mute(finding.id, scope),
		toggle: (finding) => setOpen((before) => (before === finding.id ? null : finding.id)),
		showCode: onShowCode,
	};
	const onRowKey = (key: string, finding: FindingView): boolean => {
		switch (key) {
			case "Enter":
			case "e":
				actions.reveal(finding);
				return true;
			case "x":
			case "Delete":
				actions.dismiss(finding);
				return true;
			case "o":
				actions.toggle(finding);
				return true;
			case "c":
				actions.copyQuery(finding, finding.query);
				return true;
			default:
				return false;
		}
	};
	return (
		<RowList
			label="Findings"
			sections={findingSections(findings)}
			singleKeys={singleKeys}
			handle={handle}
			renderRow={(finding, focused) => (
				<FindingRow finding={finding} open={open === finding.id} focused={focused} actions={actions} />
			)}
			onRowKey={onRowKey}
		/>
	);
}
