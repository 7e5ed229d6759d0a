import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import type { CodeSystem } from "../../utils/codesets/types";
import type { SearchHit } from "../../utils/search/types";
import { useSearch } from "../data/use-search";
import { useAnnouncer } from "../platform/announcer";
import { useApi } from "../platform/api";
import { placeAfter, searchKey } from "./search-keys";

/** Results asked for; few enough to be drawn with every keystroke. */
const LIMIT = 30;

export interface SearchFilters {
	system: CodeSystem | "";
	chapter: string;
	billableOnly: boolean;
}

const NO_FILTERS: SearchFilters = { system: "", chapter: "", billableOnly: false };

interface Options {
	tabId: number | null;
	/** Date of service: it picks the edition, so a new one asks again. */
	date?: string;
	/** Enter, or a click on a result. */
	onPick(hit: SearchHit): void;
	/** Alt+Enter: show the code's page. */
	onOpen(hit: SearchHit): void;
	/** Escape, or arrow down, in an empty box. */
	onLeave?(): void;
}

export type SearchBox = ReturnType<typeof useSearchBox>;

/**
 * The search box and its list: text, filters, the active result, and what the keys do. The focus stays
 * in the box; the active result is named to assistive technology by `aria-activedescendant`.
 */
export function useSearchBox({ tabId, date, onPick, onOpen, onLeave }: Options) {
	const api = useApi();
	const { say } = useAnnouncer();
	const [text, setTextState] = useState("");
	const [filters, setFilters] = useState<SearchFilters>(NO_FILTERS);
	const [place, setPlace] = useState(0);
	const field = useRef<HTMLInputElement>(null);
	const listId = useId();

	// The worker sleeps; waking it when the box appears hides its start behind the first keystrokes.
	useEffect(() => {
		api.send("engine.wake", {}).catch(() => {});
	}, [api]);

	// Another edition was installed or taken away: the answer on screen may be of the old one.
	const [engine, setEngine] = useState(0);
	useEffect(
		() =>
			api.onBroadcast((broadcast) => {
				if (broadcast.name === "engine.changed") setEngine((times) => times + 1);
			}),
		[api],
	);

	// Asked again with another date or engine: both are known to the background
	const query = useMemo(
		() => ({
			text,
			limit: LIMIT,
			...(tabId === null ? {} : { tabId }),
			...(filters.system === "" ? {} : { systems: [filters.system] }),
			...(filters.chapter === "" ? {} : { chapters: [filters.chapter] }),
			...(filters.billableOnly ? { billableOnly: true } : {}),
		}),
		[text, tabId, filters, date, engine],
	);
	const search = useSearch(query);
	const results = search.answer?.results ?? [];
	const active = Math.min(place, results.length - 1);

	const setText = useCallback((next: string) => {
		setTextState(next);
		setPlace(0);
	}, []);

	const answer = search.answer;
	useEffect(() => {
		if (answer === null || search.pending) return;
		const found = answer.results.length;
		const timer = setTimeout(
			() => say(found === 0 ? "No codes found" : `${found} codes. First: ${answer.results[0]?.code}`),
			600,
		);
		return () => clearTimeout(timer);
	}, [answer, search.pending, say]);

	const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
		const key = searchKey(event);
		if (key === null) return;
		if (key === "leave") {
			if (text === "") onLeave?.();
			else setText("");
			event.preventDefault();
			event.stopPropagation();
			return;
		}
		if (text.trim() === "" && results.length === 0) {
			if (key === "next") {
				onLeave?.();
				event.preventDefault();
			}
			return;
		}
		event.preventDefault();
		const hit = results[active];
		// An answer to an earlier text may still be on screen: Enter must not take a code from it.
		if (key === "pick" || key === "open") {
			if (hit === undefined || search.pending) return;
			if (key === "pick") onPick(hit);
			else onOpen(hit);
		} else setPlace(placeAfter(key, active, results.length));
	};

	return {
		text,
		setText,
		filters,
		setFilters,
		search,
		results,
		active,
		setActive: setPlace,
		field,
		listId,
		rowId: (index: number) => `${listId}-${index}`,
		onKeyDown,
		onPick,
		onOpen,
	};
}
