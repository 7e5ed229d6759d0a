import { useEffect, useRef, useState } from "react";
import type { PageRequests } from "../../utils/messages/requests";
import type { SearchAnswer } from "../../utils/search/types";
import { useApi } from "../platform/api";

type Query = PageRequests["search.query"]["request"];

export interface SearchState {
	/** The newest answer; it may belong to the text before the last keystroke for a moment. */
	answer: SearchAnswer | null;
	/** True while the newest question has no answer. */
	pending: boolean;
	failed: string | null;
}

const NOTHING: SearchState = { answer: null, pending: false, failed: null };

/**
 * Asks for ranked codes with every change of the query. Each question has a number; an answer that
 * comes after a newer answer's question was asked and answered is dropped, so results never jump back.
 * An empty text clears the answer. `query` must keep its identity while nothing in it changes.
 */
export function useSearch(query: Query): SearchState {
	const api = useApi();
	const [state, setState] = useState<SearchState>(NOTHING);
	const asked = useRef(0);
	const answered = useRef(0);

	useEffect(() => {
		const number = ++asked.current;
		if (query.text.trim() === "") {
			answered.current = number;
			setState(NOTHING);
			return;
		}
		setState((before) => ({ ...before, pending: true }));
		const settle = (next: (before: SearchState) => SearchState) => {
			if (number < answered.current) return;
			answered.current = number;
			setState((before) => ({ ...next(before), pending: number !== asked.current }));
		};
		api.send("search.query", query).then(
			(answer) => settle(() => ({ answer, pending: false, failed: null })),
			(error: Error) => settle((before) => ({ ...before, failed: error.message })),
		);
	}, [api, query]);

	return state;
}
