import type { MouseEvent } from "react";
import type { TabView } from "../../utils/messages/view";
import type { Depth, NoteKind, Setting } from "../../utils/notes/types";
import type { Commands } from "../data/use-commands";
import { DEPTH_WORDS, KIND_WORDS, SETTING_WORDS } from "../text/words";

/** Setting, kind of note, and date of service with the edition in force. */
export function ChartControls({ view, commands }: { view: TabView; commands: Commands }) {
	return (
		<div className="chart-controls small">
			<Guessed<Setting>
				label="Setting"
				words={SETTING_WORDS}
				chosen={view.setting}
				onChoose={(setting) => void commands.setTab({ setting })}
			/>
			<Guessed<NoteKind>
				label="Kind of note"
				words={KIND_WORDS}
				chosen={view.kind}
				onChoose={(kind) => void commands.setTab({ kind })}
			/>
			<span className="chart-date">
				<input
					type="date"
					className="quiet-field"
					aria-label="Date of service"
					title="Date of service: picks the edition"
					required
					value={view.date}
					onClick={openCalendar}
					onChange={(event) => {
						if (event.target.value !== "") void commands.setTab({ date: event.target.value });
					}}
				/>
				<Editions view={view} />
			</span>
		</div>
	);
}

/** The calendar opens on a click anywhere in the field: its own small button is not drawn. */
function openCalendar(event: MouseEvent<HTMLInputElement>): void {
	try {
		event.currentTarget.showPicker();
	} catch {
		// Not offered by this browser, or not now: the day can still be typed.
	}
}

/** A choice the engine makes by itself until the coder says otherwise; "as guessed" gives it back. */
function Guessed<T extends string>({
	label,
	words,
	chosen,
	onChoose,
}: {
	label: string;
	words: Record<T, string>;
	chosen: { value: T; guessed: boolean };
	onChoose(value: T | null): void;
}) {
	return (
		<select
			className="quiet-field"
			aria-label={label}
			title={chosen.guessed ? `${label}, guessed from the note` : label}
			value={chosen.value}
			onChange={(event) => onChoose(event.target.value === "" ? null : (event.target.value as T))}
		>
			{(Object.entries(words) as [T, string][]).map(([value, text]) => (
				<option key={value} value={value}>
					{text}
				</option>
			))}
			{!chosen.guessed && <option value="">Guess from the note</option>}
		</select>
	);
}

/** How much of what the note supports is put under "would report". */
export function DepthChoice({ view, commands }: { view: TabView; commands: Commands }) {
	return (
		<select
			className="quiet-field"
			aria-label="How much to suggest"
			title="How much to suggest"
			value={view.depth}
			onChange={(event) => void commands.setTab({ depth: event.target.value as Depth })}
		>
			{Object.entries(DEPTH_WORDS).map(([depth, words]) => (
				<option key={depth} value={depth}>
					{words}
				</option>
			))}
		</select>
	);
}

function Editions({ view }: { view: TabView }) {
	const main = view.editions.find((edition) => edition.system === "ICD-10-CM");
	const all = view.editions
		.map((edition) => `${edition.system} ${edition.edition}${edition.starter ? " (starter set)" : ""}`)
		.join("\n");
	return (
		<span className="chart-edition" title={`In force on this date:\n${all}`}>
			{main === undefined ? "no edition for this date" : `${main.edition}${main.starter ? " starter" : ""}`}
		</span>
	);
}
