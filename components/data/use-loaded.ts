import { useCallback, useEffect, useRef, useState } from "react";

export interface Loaded<T> {
	/** Null until the first answer. */
	value: T | null;
	/** True once there was an answer, also when that answer was null. */
	answered: boolean;
	failed: string | null;
	reload(): void;
}

/**
 * Loads something once per change of `load` (keep its identity with useCallback) and again on
 * `reload()`. Only the newest question's answer is kept.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
	const [value, setValue] = useState<T | null>(null);
	const [answered, setAnswered] = useState(false);
	const [failed, setFailed] = useState<string | null>(null);
	const newest = useRef(0);
	const reload = useCallback(() => {
		const number = ++newest.current;
		load().then(
			(answer) => {
				if (number !== newest.current) return;
				setValue(answer);
				setAnswered(true);
				setFailed(null);
			},
			(error: Error) => {
				if (number === newest.current) setFailed(error.message);
			},
		);
	}, [load]);
	useEffect(() => {
		setValue(null);
		setAnswered(false);
		reload();
		return () => {
			newest.current++;
		};
	}, [reload]);
	return { value, answered, failed, reload };
}
