import type { CodeSet, IndexPath } from "../../utils/codesets/types";

/** The same set as if it had been made without the index files, and without derived sections. */
export function withoutIndex(set: CodeSet): CodeSet {
	const none: IndexPath[] = [];
	return wrapped(set, { indexPaths: () => none, section: () => null });
}

/** A set with some of its methods replaced. */
export function wrapped(set: CodeSet, replaced: Partial<CodeSet>): CodeSet {
	return new Proxy(set, {
		get(target, key) {
			if (Object.hasOwn(replaced, key)) return replaced[key as keyof CodeSet];
			const value: unknown = Reflect.get(target, key);
			return typeof value === "function" ? value.bind(target) : value;
		},
	});
}
