import { ListTree, Search, X } from "lucide-react";
import { IconButton } from "../controls/icon-button";
import type { SearchBox } from "./use-search-box";
import "./search-field.css";

/** The box. It names the active result, so that a screen reader follows the arrows. */
export function SearchField({
	box,
	autoFocus = false,
	slashHint = false,
	onBrowse,
}: {
	box: SearchBox;
	autoFocus?: boolean;
	slashHint?: boolean;
	onBrowse?(): void;
}) {
	const open = box.text.trim() !== "";
	return (
		<search className="search-field">
			<Search size={16} className="search-icon muted" aria-hidden="true" />
			<input
				ref={box.field}
				className="search-input"
				type="text"
				role="combobox"
				aria-label="Search codes"
				aria-expanded={open}
				aria-controls={open ? box.listId : undefined}
				aria-haspopup="grid"
				aria-autocomplete="list"
				aria-activedescendant={open && box.results.length > 0 ? box.rowId(box.active) : undefined}
				placeholder="Search codes, words, abbreviations"
				autoComplete="off"
				autoCorrect="off"
				autoCapitalize="off"
				spellCheck={false}
				maxLength={2000}
				// biome-ignore lint/a11y/noAutofocus: the pop-up is opened to search; its first field is the box
				autoFocus={autoFocus}
				value={box.text}
				onChange={(event) => box.setText(event.target.value)}
				onKeyDown={box.onKeyDown}
			/>
			{box.text !== "" ? (
				<IconButton
					name="Clear the search"
					hint="Clear (Escape)"
					onClick={() => {
						box.setText("");
						box.field.current?.focus();
					}}
				>
					<X size={16} aria-hidden="true" />
				</IconButton>
			) : (
				<>
					{slashHint && (
						<span className="key" aria-hidden="true">
							/
						</span>
					)}
					{onBrowse !== undefined && (
						<IconButton name="Browse the code sets" onClick={onBrowse}>
							<ListTree size={16} aria-hidden="true" />
						</IconButton>
					)}
				</>
			)}
		</search>
	);
}
