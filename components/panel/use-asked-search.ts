import { useEffect, useRef } from "react";
import { useApi } from "../platform/api";

/**
 * Takes over words that a person chose to look up from the page's context menu or the address bar: when
 * the panel opens, and when the background says that there are some. They are given out once.
 */
export function useAskedSearch(onAsked: (text: string) => void): void {
	const api = useApi();
	const latest = useRef(onAsked);
	latest.current = onAsked;
	useEffect(() => {
		const ask = () =>
			api.send("search.pending", {}).then(
				(answer) => {
					if (answer?.text != null && answer.text !== "") latest.current(answer.text);
				},
				() => {},
			);
		void ask();
		return api.onBroadcast((broadcast) => {
			if (broadcast.name === "search.asked") void ask();
		});
	}, [api]);
}
