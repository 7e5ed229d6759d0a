import type { CodeDetail } from "../../utils/messages/view";
import { NoteGroups } from "./note-groups";

/** Where a code stands and what its notes say, own ones first, then those of the levels above. */
export function CodeFacts({
	detail,
	onCode,
	onTop,
}: {
	detail: CodeDetail;
	onCode(code: string): void;
	onTop(): void;
}) {
	const facts = detail.notes.length + detail.inheritedNotes.length + detail.indexPaths.length;
	return (
		<dl className="details small code-facts">
			<div className="details-part">
				<dt>Above</dt>
				<dd>
					<button type="button" className="link" onClick={onTop}>
						{detail.system}
					</button>
					<ol>
						{detail.ancestors.map((ancestor) => (
							<li key={ancestor.code}>
								<button type="button" className="link" onClick={() => onCode(ancestor.code)}>
									<span className="code">{ancestor.code}</span>
								</button>{" "}
								{ancestor.title}
							</li>
						))}
					</ol>
				</dd>
			</div>
			{detail.seventhCharacters.length > 0 && (
				<div className="details-part">
					<dt>7th character</dt>
					<dd>
						<ul>
							{detail.seventhCharacters.map((choice) => (
								<li key={choice.char}>
									<b className="code">{choice.char}</b> {choice.text}
								</li>
							))}
						</ul>
						<p className="muted">at {detail.seventhCharacters[0]?.level}</p>
					</dd>
				</div>
			)}
			<NoteGroups notes={detail.notes} own={detail.code} onCode={onCode} />
			<NoteGroups notes={detail.inheritedNotes} own={detail.code} onCode={onCode} />
			{detail.indexPaths.length > 0 && (
				<div className="details-part">
					<dt>Index</dt>
					<dd>
						<ul>
							{detail.indexPaths.map((path) => (
								<li key={`${path.source} ${path.parts.join(" ")}`}>
									{path.parts.join(" › ")}
									{path.isDefault && <span className="muted"> · default code</span>}
									{path.source !== "index" && <span className="muted"> · {SOURCES[path.source]}</span>}
								</li>
							))}
						</ul>
					</dd>
				</div>
			)}
			{facts === 0 && (
				<div className="details-part">
					<dt>Notes</dt>
					<dd className="muted">None in this edition</dd>
				</div>
			)}
		</dl>
	);
}

const SOURCES = {
	index: "Alphabetic Index",
	eindex: "external causes index",
	drug: "table of drugs",
	neoplasm: "neoplasm table",
	starter: "starter set",
};
