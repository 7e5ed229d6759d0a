import type { CodeNote } from "../../utils/codesets/types";
import { NOTE_WORDS } from "../text/words";
import { LinkedText } from "./linked-text";
import "./details.css";

/** The order a coder reads them in: what belongs here, what does not, what goes with it. */
const ORDER: CodeNote["kind"][] = [
	"note",
	"includes",
	"inclusionTerm",
	"excludes1",
	"excludes2",
	"codeFirst",
	"useAdditional",
	"codeAlso",
];

/** Tabular notes by kind, each with the level it sits on; the codes in them are links. */
export function NoteGroups({
	notes,
	own,
	tabIndex,
	onCode,
}: {
	notes: readonly CodeNote[];
	/** The code being shown: its level is not named with its own notes. */
	own?: string;
	tabIndex?: 0 | -1;
	onCode(code: string): void;
}) {
	return ORDER.map((kind) => {
		const ofKind = notes.filter((note) => note.kind === kind);
		if (ofKind.length === 0) return null;
		return (
			<div key={kind} className="details-part">
				<dt>{NOTE_WORDS[kind]}</dt>
				<dd>
					<ul>
						{ofKind.map((note) => (
							<li key={`${note.level} ${note.text}`}>
								<LinkedText text={note.text} tabIndex={tabIndex} onCode={onCode} />
								{note.level !== own && <span className="muted"> · at {levelWords(note.level)}</span>}
								{note.borrowed === true && <span className="muted"> · from an earlier edition</span>}
							</li>
						))}
					</ul>
				</dd>
			</div>
		);
	});
}

function levelWords(level: string): string {
	return /^\d{1,2}$/.test(level) ? `chapter ${level}` : level;
}
