import type { Outcome, RefusalReason } from "../messages/requests";
import type { Preferences } from "../messages/view";
import { readPreferences } from "../storage/preferences";
import { countRules, quietRules } from "../storage/rule-counts";
import { Analyst } from "./engine/analyst";
import { EngineHost } from "./engine/engine-host";
import type { EngineFactory } from "./engine/engine-port";
import { watchWords } from "./state/charts";
import { sendMarks } from "./state/marker";
import { askAll, within } from "./state/readers";
import type { Tab } from "./state/tab";
import { Tabs } from "./state/tabs";
import { findingViews } from "./view/findings";

/** What every handler works with: the tabs, the engine, the preferences. One per life of the worker. */
export class Core {
	readonly tabs = new Tabs();
	readonly host: EngineHost;
	readonly analyst: Analyst;
	/** The words of a look-up from the page's menu or the address bar; given out once. */
	pendingSearch: string | null = null;
	#preferences: Promise<Preferences> | null = null;
	#showCpt = true;
	#quiet: Promise<ReadonlySet<string>> | null = null;

	constructor(factory: EngineFactory) {
		this.host = new EngineHost(factory, (system) => system !== "CPT" || this.#showCpt);
		this.analyst = new Analyst(
			this.host,
			() => this.preferences(),
			(tab) => void this.analysed(tab),
		);
	}

	/** The preferences, read once per life. */
	preferences(): Promise<Preferences> {
		this.#preferences ??= readPreferences().then((preferences) => {
			this.#showCpt = preferences.showCpt;
			return preferences;
		});
		return this.#preferences;
	}

	/** They were changed. */
	async preferencesChanged(): Promise<void> {
		const before = this.#showCpt;
		this.#preferences = null;
		await this.preferences();
		if (before !== this.#showCpt) this.host.forget();
		for (const tab of this.tabs.all()) void this.analyst.analyse(tab);
	}

	/** The notes of a tab changed: joins them, watches for another chart, analyses. */
	notesChanged(tab: Tab): void {
		if (!tab.rejoin() && tab.analysed !== null) return;
		watchWords(tab);
		this.tabs.changed(tab);
		void this.analyst.analyse(tab);
	}

	/** An analysis came to its end. */
	async analysed(tab: Tab): Promise<void> {
		this.tabs.changed(tab);
		const preferences = await this.preferences();
		this.#countShown(tab, preferences);
		await sendMarks(tab, preferences, await this.#quietRules());
	}

	/** A finding of this rule was dismissed: counted, by rule, on this machine. */
	dismissed(rule: string): void {
		this.#quiet = null;
		void countRules([rule], "dismissed").catch(() => undefined);
	}

	#countShown(tab: Tab, preferences: Preferences): void {
		if (tab.analysed === null) return;
		const fresh = findingViews(tab, tab.analysed, preferences).filter((view) => !tab.counted.has(view.id));
		for (const view of fresh) tab.counted.add(view.id);
		if (fresh.length > 0)
			void countRules(
				fresh.map((view) => view.rule),
				"shown",
			).catch(() => undefined);
	}

	#quietRules(): Promise<ReadonlySet<string>> {
		this.#quiet ??= quietRules().catch(() => new Set<string>());
		return this.#quiet;
	}

	/**
	 * The tab, read by this worker; after a worker was stopped its readers are asked again, once. `patience` is
	 * how long to wait for them, in ms: a view is shown before a page of 1 MB has answered.
	 */
	async tab(tabId: number, patience?: number): Promise<Tab> {
		await this.tabs.ready();
		const tab = this.tabs.get(tabId);
		tab.asked ??= askAll(tab).then(() => {
			this.notesChanged(tab);
		});
		if (patience === undefined) await tab.asked;
		else await within(tab.asked, patience);
		return tab;
	}

	/** The tab with its newest analysis: what a command on a suggestion has to wait for. */
	async settled(tabId: number): Promise<Tab> {
		const tab = await this.tab(tabId);
		while (tab.working !== null) await tab.working;
		return tab;
	}
}

/** Done. */
export const DONE: Outcome = { ok: true };

/** A refusal a person can read. */
export function refuse(reason: RefusalReason, message: string): Extract<Outcome, { ok: false }> {
	return { ok: false, reason, message };
}
