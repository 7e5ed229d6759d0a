import type { Preferences } from "../../utils/messages/view";
import type { Depth } from "../../utils/notes/types";
import { useAnnouncer } from "../platform/announcer";
import { DEPTH_WORDS } from "../text/words";
import { MutedRules } from "./muted-rules";
import { Choice, Tick, WholeNumber } from "./preference-fields";
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
			<WholeNumber
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
			<WholeNumber
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
