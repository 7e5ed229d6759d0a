import type { Preferences } from "./view";

/** What holds until a person says otherwise. */
export const DEFAULT_PREFERENCES: Preferences = {
	idleMinutes: 15,
	depth: "managed",
	externalCauses: false,
	singleKeys: true,
	marksInPage: true,
	theme: "system",
	showCpt: true,
	copyFormat: "lines",
	findingsCap: 6,
	mutedRules: [],
	queryTemplate: "",
	synonyms: [],
};
