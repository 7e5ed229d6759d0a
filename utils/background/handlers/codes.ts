import type { CodeSystem } from "../../codesets/types";
import { INDEX_TABLES } from "../../engine/compile";
import { table } from "../../lexicon/tables";
import { broadcast } from "../../messages/frame-client";
import type { PageRequests } from "../../messages/requests";
import type { BackgroundHandlers } from "../../messages/router";
import { clearCodes, hasCode, listCodes, putCode, removeCode } from "../../storage/codes";
import { type Core, DONE } from "../core";
import { dayOf } from "../engine/analyst";

type Names =
	| Extract<
			keyof PageRequests,
			| `search.${string}`
			| `code.${string}`
			| `engine.${string}`
			| `recents.${string}`
			| `favourites.${string}`
	  >
	| "releases.list"
	| "releases.changed";

/** Longer queries are cut: nobody types them, and a pasted note is no query. */
const LONGEST_QUERY = 2_000;

/** Answers look-ups. A search never waits for an analysis: that one works in slices. */
export function codeHandlers(core: Core): Pick<BackgroundHandlers, Names> {
	let boost: Promise<ReadonlySet<string>> | null = null;
	const boosted = () => {
		boost ??= Promise.all([listCodes("favourites"), listCodes("recents")])
			.then(([favourites, recents]) => new Set([...favourites, ...recents].map((row) => row.code)))
			.catch(() => new Set<string>());
		return boost;
	};
	const day = async (tabId: number | undefined) => {
		await core.tabs.ready();
		return dayOf(tabId === undefined ? undefined : core.tabs.known(tabId));
	};
	const titled = async (table: "favourites" | "recents") => {
		const rows = await listCodes(table);
		const { sets } = await core.host.on(await day(undefined));
		return rows.map(({ system, code }) => {
			const set = sets.find((each) => each.release.system === system);
			const row = set?.find(code) ?? -1;
			return { system, code, title: set !== undefined && row >= 0 ? set.title(row) : "" };
		});
	};
	const changed = () => {
		boost = null;
		return DONE;
	};

	return {
		"search.query": async ({ text, tabId, ...options }) => {
			const date = await day(tabId);
			const [{ engine }, codes, { synonyms }] = await Promise.all([
				core.host.on(date),
				boosted(),
				core.preferences(),
			]);
			return engine.search(text.slice(0, LONGEST_QUERY), { ...options, boost: codes, synonyms, date });
		},
		"search.pending": () => {
			const text = core.pendingSearch;
			core.pendingSearch = null;
			return { text };
		},
		"engine.tables": () => Object.fromEntries(INDEX_TABLES.map((name) => [name, table(name)])),
		"engine.wake": async () => {
			try {
				const { engine } = await core.host.on(await day(undefined));
				engine.search("a", { limit: 1 });
				return { ready: true };
			} catch (error) {
				return { ready: false, message: (error as Error).message };
			}
		},
		"code.detail": async ({ system, code, tabId }) => {
			const date = await day(tabId);
			const { engine } = await core.host.on(date);
			const here = engine.detail(system, code, date);
			// A header, or a code that is not there, may have been a code in an earlier edition.
			const before = here?.billable ? null : await core.host.elsewhere(system, code, date);
			const facts = here ?? before;
			if (facts === null) return null;
			const ended = facts.ended ?? before?.ended;
			return {
				...facts,
				...(ended ? { ended } : {}),
				favourite: await hasCode("favourites", system, facts.code),
			};
		},
		"code.browse": async ({ system, code, tabId }) => {
			const date = await day(tabId);
			return (await core.host.on(date)).engine.browse(system, code, date);
		},
		"recents.list": () => titled("recents"),
		"recents.add": async ({ system, code }: { system: CodeSystem; code: string }) => {
			await putCode("recents", system, code);
			return changed();
		},
		"recents.clear": async () => {
			await clearCodes("recents");
			return changed();
		},
		"favourites.set": async ({ system, code, on }) => {
			await (on ? putCode("favourites", system, code) : removeCode("favourites", system, code));
			return changed();
		},
		"favourites.list": () => titled("favourites"),
		"releases.changed": () => {
			core.host.forget();
			broadcast("engine.changed", {});
			// Notes that are open are read again with the editions there are now.
			for (const tab of core.tabs.all()) void core.analyst.analyse(tab);
			return DONE;
		},
		"releases.list": async () => (await core.host.releases()).map(({ pack: _pack, ...row }) => row),
	};
}
