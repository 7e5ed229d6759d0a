import * as v from "valibot";
import { day, depth, noteKind, setting, system } from "../../messages/schemas/shared";
import { SessionValue } from "../../storage/session";

const row = v.object({
	id: v.string(),
	system,
	code: v.string(),
	title: v.string(),
	from: v.picklist(["suggestion", "search", "page"]),
});
const decisions = v.record(v.string(), v.picklist(["accepted", "rejected"]));
const kept = v.object({
	rule: v.string(),
	codes: v.array(v.string()),
	reason: v.picklist(["unrelated", "different-site", "provider-confirmed", "local-rule"]),
});
const state = { rows: v.array(row), decisions, dismissed: v.array(v.string()), kept: v.array(kept) };

const session = v.object({
	/** The open encounter, or null. */
	encounter: v.nullable(
		v.object({
			id: v.string(),
			key: v.object({ doc: v.string(), address: v.string(), banner: v.nullable(v.string()) }),
		}),
	),
	sheet: v.object({ ...state, undo: v.array(v.object(state)), next: v.number() }),
	previous: v.nullable(
		v.object({
			closedAt: v.number(),
			why: v.picklist(["patient-changed", "navigated", "idle", "locked"]),
			rows: v.array(v.object({ system, code: v.string(), title: v.string() })),
		}),
	),
	/** What the coder set for this encounter; null is guessed or the default. */
	setting: v.nullable(setting),
	kind: v.nullable(noteKind),
	depth: v.nullable(depth),
	date: v.nullable(day),
	/** Rules muted in this encounter. */
	muted: v.array(v.string()),
	/**
	 * What was dismissed in the chart that was open last, by hash of its address and banner: it holds when the
	 * page is loaded again.
	 */
	remembered: v.nullable(v.object({ chart: v.string(), dismissed: v.array(v.string()) })),
	/** Readers that are known to run in the tab, so that a worker that wakes can ask them. */
	frames: v.array(v.object({ frameId: v.number(), doc: v.string(), top: v.boolean(), origin: v.string() })),
	/** The tab was read once on request, without its site being enabled. */
	readOnce: v.boolean(),
	/** Last sign of a person, milliseconds since 1970. */
	activeAt: v.number(),
});

/** What a killed worker finds again of a tab: codes, ids and hashes. No word of a note. */
export type TabSession = v.InferOutput<typeof session>;

const stored = new SessionValue<Record<string, TabSession>>(
	"tabs",
	v.record(v.string(), session),
	() => ({}),
);

/** All tabs of the session. */
export async function readTabSessions(): Promise<Map<number, TabSession>> {
	return new Map(Object.entries(await stored.read()).map(([tabId, value]) => [Number(tabId), value]));
}

/** Writes all tabs. */
export function writeTabSessions(tabs: ReadonlyMap<number, TabSession>): Promise<void> {
	return stored.write(Object.fromEntries(tabs));
}
