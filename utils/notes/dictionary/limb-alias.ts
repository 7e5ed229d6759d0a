/**
 * The whole limb and the segment that the classification calls by the same word: its index writes "leg (lower)" and
 * "arm (upper)" for injuries, and keeps the two apart elsewhere ("Pain in leg", "Pain in lower leg").
 */
const SAME_WORD: ReadonlyMap<string, string> = new Map([
	["lower-leg", "leg"],
	["upper-arm", "arm"],
	["leg", "lower-leg"],
	["arm", "upper-arm"],
]);

/** Keys of a name with the limb in place of its segment, or the segment in place of the limb; null when it has neither. */
export function limbAlias(keys: readonly string[]): string[] | null {
	if (!keys.some((key) => SAME_WORD.has(key))) return null;
	return keys.map((key) => SAME_WORD.get(key) ?? key);
}
