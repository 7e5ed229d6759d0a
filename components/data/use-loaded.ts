import { useCallback, useEffect, useRef, useState } from "react";

export interface Loaded<T> {
	/** Null until the first answer. */
	value: T | null;
	failed: string | null;
	reload(): void;
}

/**
 * Loads something once per change of `load` (keep its identity with useCallback) and again on
 * `reload()`. Only the newest question's answer is kept.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
	const [value, setValue] = useState<T | null>(null);
	const [failed, setFailed] = useState<string | null>(null);
	const newest = useRef(0);
	const reload = useCallback(() => {
		const number = ++newest.current;
		load().then(
			(answer) => {
				if (number !== newest.current) return;
				setValue(answer);
				setFailed(null);
			},
			(error: Error) => {
				if (number === newest.current) setFailed(error.message);
			},
		);
	}, [load]);
	useEffect(() => {
		setValue(null);
		reload();
		return () => {
			newest.current++;
		};
	}, [reload]);
	return { value, failed, reload };
}
