import type { Plugin } from "vite";

/** A message file of React Aria in a language that is not ours. */
const OTHER_LANGUAGE = /react-(?:aria|stately)[\\/].*[\\/]intl[\\/].*[\\/](?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;

/**
 * Leaves React Aria's messages out in languages that the pages do not speak: the pages are in English, and
 * 33 translations of "drag" would be a tenth of the extension. An empty entry is dropped by its dictionary,
 * which then falls back to English.
 */
export function englishOnly(): Plugin {
	return {
		name: "chartside-english-only",
		enforce: "pre",
		load(id) {
			return OTHER_LANGUAGE.test(id) ? "export default undefined;" : null;
		},
	};
}
