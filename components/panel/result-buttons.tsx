import { Copy, Plus, TextSearch } from "lucide-react";
import type { SearchHit } from "../../utils/search/types";
import { IconButton } from "../controls/icon-button";
import type { Commands } from "../data/use-commands";

/** What can be done with a code found: put it on the worksheet, copy it, open it. */
export function ResultButtons({
	hit,
	active,
	commands,
	canAdd,
	onOpen,
}: {
	hit: SearchHit;
	active: boolean;
	commands: Commands;
	canAdd: boolean;
	onOpen(): void;
}) {
	const tabIndex = active ? 0 : -1;
	return (
		<span className="result-buttons">
			{canAdd && hit.billable && (
				<IconButton
					name={`Add ${hit.code} to the worksheet`}
					hint="Add to the worksheet (Enter)"
					tabIndex={tabIndex}
					onClick={() => void commands.add(hit.system, hit.code)}
				>
					<Plus size={16} aria-hidden="true" />
				</IconButton>
			)}
			<IconButton
				name={`Copy ${hit.code}`}
				hint="Copy the code"
				tabIndex={tabIndex}
				onClick={() => void commands.copy(hit.code, `${hit.code} copied`)}
			>
				<Copy size={14} aria-hidden="true" />
			</IconButton>
			<IconButton
				name={`Open ${hit.code}`}
				hint="Open the code (Alt+Enter)"
				tabIndex={tabIndex}
				onClick={onOpen}
			>
				<TextSearch size={14} aria-hidden="true" />
			</IconButton>
		</span>
	);
}
