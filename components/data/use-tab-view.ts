import { useCallback, useEffect, useRef, useState } from "react";
import type { TabView } from "../../utils/messages/view";
import { useApi } from "../platform/api";

export interface TabViewState {
	/** What the background knows of the tab; null until the first answer. */
	view: TabView | null;
	/** Set when the background did not answer; the last view stays on screen meanwhile. */
	failed: string | null;
	reload(): void;
}

/**
 * The tab's view, asked for again whenever the background says that it changed. One question is under
 * way at a time: a change that arrives meanwhile leads to one more. Answers for a tab that is no longer
 * shown are dropped. Revisions are not compared, because a worker that was restarted counts anew.
 */
export function useTabView(tabId: number | null): TabViewState {
	const api = useApi();
	const [view, setView] = useState<TabView | null>(null);
	const [failed, setFailed] = useState<string | null>(null);
	const askRef = useRef<() => void>(() => {});

	useEffect(() => {
		setView(null);
		setFailed(null);
		if (tabId === null) return;
		let live = true;
		let asking = false;
		let again = false;
		const ask = async () => {
			if (asking) {
				again = true;
				return;
			}
			asking = true;
			do {
				again = false;
				try {
					const answer = await api.send("tab.view", { tabId });
					if (!live) return;
					setView(answer);
					setFailed(null);
				} catch (error) {
					if (!live) return;
					setFailed(String((error as Error).message));
				}
			} while (again && live);
			asking = false;
		};
		askRef.current = () => void ask();
		const stop = api.onBroadcast((broadcast) => {
			if (broadcast.name === "view.changed" && broadcast.tabId !== tabId) return;
			void ask();
		});
		void ask();
		return () => {
			live = false;
			stop();
		};
	}, [api, tabId]);

	const reload = useCallback(() => askRef.current(), []);
	// A view of another tab may be in state for one render after a switch: never show it.
	return { view: view?.tabId === tabId ? view : null, failed, reload };
}
