import { type FormEvent, useId, useState } from "react";
import type { Preferences } from "../../utils/messages/view";
import { useAnnouncer } from "../platform/announcer";
import { saveFile } from "../platform/save-file";
import { count } from "../text/words";
import { synonymOf, synonymsFromText, synonymsToText, withSynonym } from "./synonym-file";

/** The user's own "when I type this I mean that code", with a file to take along to another machine. */
export function Synonyms({
	synonyms,
	onChange,
}: {
	synonyms: Preferences["synonyms"];
	onChange(synonyms: Preferences["synonyms"]): void;
}) {
	const { tell } = useAnnouncer();
	const [phrase, setPhrase] = useState("");
	const [code, setCode] = useState("");
	const id = useId();

	const add = (event: FormEvent) => {
		event.preventDefault();
		const made = synonymOf(phrase, code);
		if (typeof made === "string") {
			tell(`Not added: ${made}.`, "problem");
			return;
		}
		onChange(withSynonym(synonyms, made));
		setPhrase("");
		setCode("");
		document.getElementById(id)?.focus();
	};
	const read = async (file: File) => {
		const found = synonymsFromText(await file.text());
		onChange(found.synonyms.reduce(withSynonym, synonyms));
		const read = `${count(found.synonyms.length, "synonym")} taken over`;
		const problems = found.problems.slice(0, 3).join(" ");
		if (problems === "") tell(read);
		else tell(`${read}, ${found.problems.length} not. ${problems}`, "problem");
	};

	return (
		<div className="preference preference-wide">
			<div>
				<h3>Your own search words</h3>
				<p className="small muted">
					When you type the words, the code comes first. Do not enter anything of a patient.
				</p>
			</div>
			<form className="synonym-form" onSubmit={add}>
				<label>
					<span className="small muted">When I type</span>
					<input
						id={id}
						className="field"
						value={phrase}
						onChange={(event) => setPhrase(event.target.value)}
					/>
				</label>
				<label>
					<span className="small muted">I mean the code</span>
					<input
						className="field code synonym-code"
						value={code}
						onChange={(event) => setCode(event.target.value)}
					/>
				</label>
				<button type="submit" className="button">
					Add
				</button>
			</form>
			<ul className="option-rows">
				{synonyms.map((one) => (
					<li key={one.phrase}>
						<span>
							{one.phrase} <span className="muted">means</span> <span className="code">{one.code}</span>
						</span>
						<button
							type="button"
							className="button"
							aria-label={`Remove ${one.phrase}`}
							onClick={() => onChange(synonyms.filter((other) => other !== one))}
						>
							Remove
						</button>
					</li>
				))}
			</ul>
			<div className="buttons">
				<label className="button">
					Take over from a file
					<input
						type="file"
						className="unseen"
						accept=".txt,.tsv,.csv,text/plain"
						onChange={(event) => {
							const file = event.target.files?.[0];
							event.target.value = "";
							if (file !== undefined) void read(file);
						}}
					/>
				</label>
				{synonyms.length > 0 && (
					<button
						type="button"
						className="button"
						onClick={() =>
							saveFile("chartside-search-words.tsv", "text/tab-separated-values", synonymsToText(synonyms))
						}
					>
						Save to a file
					</button>
				)}
			</div>
		</div>
	);
}
