import { type Ref, useRef, useState } from "react";
import type { CodeSystem } from "../../utils/codesets/types";
import type { SuggestionView } from "../../utils/messages/view";
import type { Commands } from "../data/use-commands";
import { RowList, type RowListHandle } from "../list/row-list";
import { useAnnouncer } from "../platform/announcer";
import { suggestionSections } from "./groups";
import type { SuggestionActions } from "./suggestion-actions";
import { SuggestionRow } from "./suggestion-row";

/** The list of suggested codes with its keys. */
export function SuggestionList({
	suggestions,
	commands,
	singleKeys,
	onShowCode,
	handle,
}: {
	suggestions: SuggestionView[];
	commands: Commands;
	singleKeys: boolean;
	onShowCode(system: CodeSystem, code: string): void;
	handle: Ref<RowListHandle>;
}) {
	const { say } = useAnnouncer();
	const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
	const [openSections, setOpenSections] = useState<ReadonlySet<string>>(new Set());
	/** Which of a suggestion's words were shown last: each press of "e" goes to the next. */
	const shown = useRef({ id: "", index: -1 });

	const actions: SuggestionActions = {
		accept: (suggestion, code) => {
			if (suggestion.decision === "accepted" && code === undefined) {
				say(`${suggestion.code} is on the worksheet already`);
			} else void commands.accept(suggestion.id, suggestion.code, code);
		},
		reject: (suggestion) => void commands.reject(suggestion.id, suggestion.code),
		toggle: (suggestion) => setOpen((before) => toggled(before, suggestion.id)),
		reveal: (evidence) => void commands.reveal(evidence),
		showCode: (suggestion, code) => onShowCode(suggestion.system, code),
	};

	const revealNext = (suggestion: SuggestionView) => {
		const index = shown.current.id === suggestion.id ? shown.current.index + 1 : 0;
		const evidence = suggestion.evidence[index % Math.max(1, suggestion.evidence.length)];
		shown.current = { id: suggestion.id, index };
		if (evidence === undefined) say("This suggestion rests on no words of the note");
		else actions.reveal(evidence);
	};

	const onRowKey = (key: string, suggestion: SuggestionView): boolean => {
		switch (key) {
			case "Enter":
				actions.accept(suggestion);
				return true;
			case "x":
			case "Delete":
				actions.reject(suggestion);
				return true;
			case "o":
				actions.toggle(suggestion);
				return true;
			case "e":
				revealNext(suggestion);
				return true;
			case "c":
				void commands.copy(suggestion.code, `${suggestion.code} copied`);
				return true;
			default:
				return false;
		}
	};

	return (
		<RowList
			label="Suggestions"
			sections={suggestionSections(suggestions, openSections)}
			singleKeys={singleKeys}
			handle={handle}
			rowState={(suggestion) => suggestion.decision}
			renderRow={(suggestion, focused) => (
				<SuggestionRow
					suggestion={suggestion}
					open={open.has(suggestion.id)}
					focused={focused}
					actions={actions}
				/>
			)}
			onRowKey={onRowKey}
			onRowClick={actions.toggle}
			onToggle={(id) => setOpenSections((before) => toggled(before, id))}
		/>
	);
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
	const next = new Set(set);
	if (!next.delete(id)) next.add(id);
	return next;
}
