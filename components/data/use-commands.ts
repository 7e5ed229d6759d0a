import { useMemo } from "react";
import type { CodeSystem } from "../../utils/codesets/types";
import type { Outcome, PageRequests } from "../../utils/messages/requests";
import type { KeepReason, WordsRef } from "../../utils/messages/view";
import { useAnnouncer } from "../platform/announcer";
import { type Api, useApi } from "../platform/api";
import { copyText } from "../platform/clipboard";

const NO_CHART = "No chart is open for this page. Read a note first; codes can still be copied.";

/** What a coder can do with the chart on screen. Each says what it did, or why not; none throws. */
export interface Commands {
	/** `instead`: a more specific code to put on the worksheet in place of the suggested one. */
	accept(id: string, code: string, instead?: string): Promise<boolean>;
	reject(id: string, code: string): Promise<boolean>;
	add(system: CodeSystem, code: string): Promise<boolean>;
	remove(id: string, code: string): Promise<boolean>;
	order(ids: string[]): Promise<boolean>;
	fix(codes: string[], label: string): Promise<boolean>;
	/** Records why the codes of a check stay; null takes the reason back. */
	keep(check: { rule: string; codes: string[] }, reason: KeepReason | null): Promise<boolean>;
	undo(): Promise<boolean>;
	/** Copies one row, or the whole sheet. */
	copySheet(id?: string): Promise<boolean>;
	reveal(words: WordsRef): Promise<boolean>;
	dismiss(id: string): Promise<boolean>;
	mute(id: string, scope: "here" | "site" | "always"): Promise<boolean>;
	discardPrevious(): Promise<boolean>;
	setTab(change: Omit<PageRequests["tab.set"]["request"], "tabId">): Promise<boolean>;
	readOnce(): Promise<boolean>;
	/** Copies any text (a code from the search, a query draft) and says what was copied. */
	copy(text: string, said: string): Promise<boolean>;
}

type Ask = () => Promise<Outcome>;

/**
 * Commands for one tab and encounter. Every command names the encounter the person was looking at, so
 * the background can refuse it when the chart has changed since.
 */
export function useCommands(tabId: number | null, encounter: string | null): Commands {
	const api = useApi();
	const { say, tell } = useAnnouncer();
	return useMemo(() => {
		const run = async (ask: Ask, done?: string): Promise<boolean> => {
			try {
				const outcome = await ask();
				if (!outcome.ok) tell(outcome.message, "problem");
				else if (done !== undefined) say(done);
				return outcome.ok;
			} catch (error) {
				tell(`Chartside did not answer (${(error as Error).message}). Try once more.`, "problem");
				return false;
			}
		};
		const inChart = (
			ask: (chart: { tabId: number; encounter: string }) => Promise<Outcome>,
			done?: string,
		) => {
			if (tabId !== null && encounter !== null) return run(() => ask({ tabId, encounter }), done);
			tell(NO_CHART, "problem");
			return Promise.resolve(false);
		};
		const inTab = (ask: (tab: { tabId: number }) => Promise<Outcome>, done?: string) =>
			tabId === null ? Promise.resolve(false) : run(() => ask({ tabId }), done);
		const copy = async (text: string, said: string) => {
			const copied = await copyText(text);
			if (copied) tell(said);
			else tell("The browser did not allow copying. Click into the panel and try again.", "problem");
			return copied;
		};
		return {
			accept: (id, code, instead) =>
				inChart(
					(chart) =>
						api.send("suggestion.accept", {
							...chart,
							id,
							...(instead === undefined ? {} : { code: instead }),
						}),
					`${instead ?? code} is on the worksheet`,
				),
			reject: (id, code) =>
				inChart((chart) => api.send("suggestion.reject", { ...chart, id }), `${code} rejected`),
			add: async (system, code) => {
				const added = await inChart((chart) => api.send("worksheet.add", { ...chart, system, code }));
				// The worksheet is not in view while one searches: say it where it can be seen.
				if (added) tell(`${code} is on the worksheet`);
				return added;
			},
			remove: (id, code) =>
				inChart((chart) => api.send("worksheet.remove", { ...chart, id }), `${code} taken off the worksheet`),
			order: (ids) => inChart((chart) => api.send("worksheet.order", { ...chart, ids }), "Order changed"),
			fix: (codes, label) =>
				inChart((chart) => api.send("worksheet.fix", { ...chart, codes }), `Done: ${label}`),
			keep: ({ rule, codes }, reason) =>
				inChart(
					(chart) => api.send("worksheet.keep", { ...chart, rule, codes, reason }),
					reason === null ? "The check is open again" : "Kept, with the reason",
				),
			undo: () => inChart((chart) => api.send("worksheet.undo", chart), "Undone"),
			copySheet: (id) => copySheet(api, inChart, copy, id),
			reveal: (words) =>
				inChart(
					(chart) => api.send("tab.reveal", { ...chart, words: place(words) }),
					"Words shown in the page",
				),
			dismiss: (id) => inChart((chart) => api.send("finding.dismiss", { ...chart, id }), "Finding dismissed"),
			mute: (id, scope) =>
				inChart(
					(chart) => api.send("finding.mute", { ...chart, id, scope }),
					"Findings of this kind are muted",
				),
			discardPrevious: () => inTab((tab) => api.send("previous.discard", tab), "Previous chart discarded"),
			setTab: (change) => inTab((tab) => api.send("tab.set", { ...tab, ...change })),
			readOnce: () => inTab((tab) => api.send("tab.read-once", tab), "Reading this page"),
			copy,
		};
	}, [api, tabId, encounter, say, tell]);
}

/** Where the words stand and no more: the background has the words itself. */
function place({ frameId, documentId, regionId, start, end }: WordsRef): WordsRef {
	return { frameId, documentId, regionId, start, end };
}

/** The background makes the text, so that a sheet of a chart that is gone is refused and not copied. */
async function copySheet(
	api: Api,
	inChart: (ask: (chart: { tabId: number; encounter: string }) => Promise<Outcome>) => Promise<boolean>,
	copy: Commands["copy"],
	id: string | undefined,
): Promise<boolean> {
	let text = "";
	const allowed = await inChart(async (chart) => {
		const answer = await api.send("worksheet.copy", id === undefined ? chart : { ...chart, id });
		if (answer.ok) text = answer.text;
		return answer;
	});
	if (!allowed) return false;
	return copy(text, id === undefined ? "All codes copied" : `${text} copied`);
}
