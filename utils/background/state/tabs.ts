import * as v from "valibot";
import { broadcast } from "../../messages/frame-client";
import { SessionValue } from "../../storage/session";
import { Tab } from "./tab";
import { readTabSessions, writeTabSessions } from "./tab-session";

/** Changes within this time are told once, in ms. */
const TELL_MS = 30;

/** Key of the ids of findings: made once a session, in memory only. */
const idKey = new SessionValue("idKey", v.string(), () => "");

/** All tabs that are known, and their way into the session. */
export class Tabs {
	#tabs = new Map<number, Tab>();
	#loaded: Promise<void> | null = null;
	#telling = new Set<number>();
	#saving = false;
	#idKey = "";

	/** Resolves once the session was read; every handler waits for it. */
	ready(): Promise<void> {
		this.#loaded ??= this.#load();
		return this.#loaded;
	}

	async #load(): Promise<void> {
		const [sessions, key] = await Promise.all([readTabSessions(), idKey.read()]);
		this.#idKey = key === "" ? crypto.randomUUID() : key;
		if (key === "") await idKey.write(this.#idKey);
		for (const [tabId, session] of sessions) {
			if (!this.#tabs.has(tabId)) this.#tabs.set(tabId, new Tab(tabId, session));
		}
	}

	/** The tab; made when it was not known. */
	get(tabId: number): Tab {
		const tab = this.#tabs.get(tabId) ?? new Tab(tabId);
		tab.idKey = this.#idKey;
		this.#tabs.set(tabId, tab);
		return tab;
	}

	/** The tab if it is known. */
	known(tabId: number): Tab | undefined {
		return this.#tabs.has(tabId) ? this.get(tabId) : undefined;
	}

	all(): Tab[] {
		return [...this.#tabs.values()];
	}

	/** Forgets a tab entirely. */
	drop(tabId: number): void {
		if (this.#tabs.delete(tabId)) this.#save();
	}

	/** Something that a page may show has changed: keeps it and tells the pages, without content. */
	changed(tab: Tab): void {
		tab.revision = Math.max(tab.revision + 1, Date.now());
		this.#save();
		if (this.#telling.has(tab.tabId)) return;
		this.#telling.add(tab.tabId);
		setTimeout(() => {
			this.#telling.delete(tab.tabId);
			broadcast("view.changed", { tabId: tab.tabId, revision: tab.revision });
		}, TELL_MS);
	}

	/** Keeps the session's part at once: resolves when it is written. */
	flush(): Promise<void> {
		return writeTabSessions(new Map(this.all().map((tab) => [tab.tabId, tab.session])));
	}

	#save(): void {
		if (this.#saving) return;
		this.#saving = true;
		queueMicrotask(() => {
			this.#saving = false;
			// Full: the sheet lives on in memory, and the log says so.
			void this.flush().catch(() => undefined);
		});
	}
}
