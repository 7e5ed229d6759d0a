import { type ReactNode, useId, useState } from "react";
import type { Preferences } from "../../utils/messages/view";
import type { Depth } from "../../utils/notes/types";
import { useAnnouncer } from "../platform/announcer";
import { DEPTH_WORDS } from "../text/words";
import { QueryTemplate } from "./query-template";
import { RuleCounts } from "./rule-counts";
import { Synonyms } from "./synonyms";

type Change = (some: Partial<Preferences>) => Promise<string | null>;

/** The preferences. Each is saved as it is changed. */
export function PreferencesForm({ preferences, onChange }: { preferences: Preferences; onChange: Change }) {
	const { say, tell } = useAnnouncer();
	const change = async (some: Partial<Preferences>) => {
		const problem = await onChange(some);
		if (problem === null) say("Saved");
		else tell(problem, "problem");
	};
	const set = (some: Partial<Preferences>) => void change(some);
	return (
		<div className="preferences">
			<Choice
				label="How much to suggest"
				value={preferences.depth}
				options={Object.entries(DEPTH_WORDS)}
				onChange={(depth) => set({ depth: depth as Depth })}
			/>
			<Tick
				label="Suggest external-cause codes"
				checked={preferences.externalCauses}
				onChange={(externalCauses) => set({ externalCauses })}
			/>
			<Tick
				label="Search and suggest CPT numbers"
				hint="The starter has common numbers under plain-language names of our own, not CPT descriptors."
				checked={preferences.showCpt}
				onChange={(showCpt) => set({ showCpt })}
			/>
			<Wholenumber
				label="Findings shown per note, at most"
				value={preferences.findingsCap}
				min={0}
				max={50}
				onChange={(findingsCap) => set({ findingsCap })}
			/>
			<Tick
				label="Underline findings in the page"
				checked={preferences.marksInPage}
				onChange={(marksInPage) => set({ marksInPage })}
			/>
			<Tick
				label="Single-letter keys in lists"
				hint="Without them every action is still a button; arrows, Enter and Escape always work."
				checked={preferences.singleKeys}
				onChange={(singleKeys) => set({ singleKeys })}
			/>
			<Choice
				label="Copy all puts between codes"
				value={preferences.copyFormat}
				options={[
					["lines", "a new line"],
					["comma", "a comma"],
					["with-titles", "a new line, with titles"],
				]}
				onChange={(copyFormat) => set({ copyFormat: copyFormat as Preferences["copyFormat"] })}
			/>
			<Wholenumber
				label="Minutes without input until a chart is wiped"
				value={preferences.idleMinutes}
				min={1}
				max={240}
				onChange={(idleMinutes) => set({ idleMinutes })}
			/>
			<Choice
				label="Look"
				value={preferences.theme}
				options={[
					["system", "as the system"],
					["light", "light"],
					["dark", "dark"],
				]}
				onChange={(theme) => set({ theme: theme as Preferences["theme"] })}
			/>
			<QueryTemplate
				template={preferences.queryTemplate}
				onChange={(queryTemplate) => set({ queryTemplate })}
			/>
			<Synonyms synonyms={preferences.synonyms} onChange={(synonyms) => set({ synonyms })} />
			<MutedRules preferences={preferences} onChange={set} />
			<RuleCounts />
		</div>
	);
}

function Field({
	label,
	id,
	hint,
	children,
}: {
	label: string;
	id: string;
	hint?: string | undefined;
	children: ReactNode;
}) {
	return (
		<div className="preference">
			<div>
				<label htmlFor={id}>{label}</label>
				{hint !== undefined && (
					<p className="small muted" id={`${id}-hint`}>
						{hint}
					</p>
				)}
			</div>
			{children}
		</div>
	);
}

function Choice(props: {
	label: string;
	value: string;
	options: [string, string][];
	onChange(value: string): void;
}) {
	const id = useId();
	return (
		<Field label={props.label} id={id}>
			<select
				id={id}
				className="field"
				value={props.value}
				onChange={(event) => props.onChange(event.target.value)}
			>
				{props.options.map(([value, words]) => (
					<option key={value} value={value}>
						{words}
					</option>
				))}
			</select>
		</Field>
	);
}

function Tick(props: { label: string; hint?: string; checked: boolean; onChange(on: boolean): void }) {
	const id = useId();
	return (
		<Field label={props.label} id={id} hint={props.hint}>
			<input
				id={id}
				type="checkbox"
				aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
				checked={props.checked}
				onChange={(event) => props.onChange(event.target.checked)}
			/>
		</Field>
	);
}

/** Saved when the field is left, so that a number half typed is no setting. */
function Wholenumber(props: {
	label: string;
	value: number;
	min: number;
	max: number;
	onChange(value: number): void;
}) {
	const id = useId();
	const [text, setText] = useState(String(props.value));
	const keep = () => {
		const number = Math.round(Number(text));
		const valid = Number.isFinite(number) && text.trim() !== "";
		const kept = valid ? Math.min(props.max, Math.max(props.min, number)) : props.value;
		setText(String(kept));
		if (kept !== props.value) props.onChange(kept);
	};
	return (
		<Field label={props.label} id={id}>
			<input
				id={id}
				className="field preference-number"
				type="number"
				min={props.min}
				max={props.max}
				value={text}
				onChange={(event) => setText(event.target.value)}
				onBlur={keep}
				onKeyDown={(event) => event.key === "Enter" && keep()}
			/>
		</Field>
	);
}

function MutedRules({
	preferences,
	onChange,
}: {
	preferences: Preferences;
	onChange(some: Partial<Preferences>): void;
}) {
	const muted = preferences.mutedRules;
	return (
		<div className="preference preference-wide">
			<div>
				<h3>Muted rules</h3>
				{muted.length === 0 && (
					<p className="small muted">No rule is muted. Findings have a button for it.</p>
				)}
			</div>
			<ul className="option-rows">
				{muted.map((one) => {
					const where = one.origin === undefined ? "everywhere" : `on ${one.origin}`;
					return (
						<li key={`${one.rule} ${one.origin ?? ""}`}>
							<span>
								{one.rule.replaceAll("-", " ")} <span className="muted">{where}</span>
							</span>
							<button
								type="button"
								className="button"
								aria-label={`Show again: ${one.rule} ${where}`}
								onClick={() => onChange({ mutedRules: muted.filter((other) => other !== one) })}
							>
								Show again
							</button>
						</li>
					);
				})}
			</ul>
		</div>
	);
}
