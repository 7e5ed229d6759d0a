import { useEffect, useRef } from "react";
import type { TabView } from "../../utils/messages/view";
import { useAnnouncer } from "../platform/announcer";
import { count } from "../text/words";

/** Long enough that a note being typed is spoken of once, after a pause. */
const QUIET_MS = 1500;

/** Tells screen readers, politely, when the numbers of a chart have changed. */
export function useChartNews(view: TabView | null): void {
	const { say } = useAnnouncer();
	const said = useRef("");
	const news =
		view === null || view.status !== "ready" || view.analysing || view.read.regions === 0
			? ""
			: `${count(view.suggestions.length, "suggestion")}, ${count(view.findings.length, "finding")}`;
	useEffect(() => {
		if (news === "" || news === said.current) return;
		const timer = setTimeout(() => {
			said.current = news;
			say(news);
		}, QUIET_MS);
		return () => clearTimeout(timer);
	}, [news, say]);
}
