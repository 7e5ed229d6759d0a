import type { PreviousChart } from "../../messages/view";
import { hash53 } from "../../page/hash";
import { compare, type EncounterKey, isOtherChart } from "../encounter/encounter";
import { emptySheet } from "../encounter/sheet";
import { wordOverlap } from "./join";
import type { Tab } from "./tab";

/** What tells the chart that is in view; null while the top document has not said anything. */
function keyOf(tab: Tab): EncounterKey | null {
	const top = tab.top;
	if (top === null || top.surroundings === null) return null;
	return { doc: top.doc, address: hash53(top.surroundings.address), banner: tab.banner() };
}

/**
 * Looks whose chart is in view and closes the encounter when it is another's, or in doubt. Returns true
 * when an encounter was closed.
 */
export function watchChart(tab: Tab): boolean {
	const seen = keyOf(tab);
	if (seen === null) return false;
	const open = tab.session.encounter;
	if (open === null) {
		openEncounter(tab, seen);
		return false;
	}
	const verdict = compare(open.key, seen, tab.session.sheet.rows.length === 0);
	if (verdict.is === "same") return false;
	if (verdict.is === "refined") {
		open.key = verdict.key;
		return false;
	}
	// The banner names another patient while the old note still stands there: not to be used.
	const sameAddress = open.key.address === seen.address && open.key.doc === seen.doc;
	closeEncounter(tab, verdict.why, sameAddress || seen.banner === null || seen.banner !== open.key.banner);
	openEncounter(tab, seen);
	return true;
}

/** The same, by the words of the note, where no banner tells. Call it after the notes were joined anew. */
export function watchWords(tab: Tab): boolean {
	const text = tab.joined.text;
	if (text === "") return false;
	const before = tab.lastText;
	tab.lastText = text;
	const open = tab.session.encounter;
	const seen = keyOf(tab);
	if (open === null || seen === null || before === "") return false;
	if (!isOtherChart(open.key, wordOverlap(before, text))) return false;
	closeEncounter(tab, "patient-changed", false);
	openEncounter(tab, seen);
	return true;
}

/**
 * Closes the encounter. What was on the sheet is offered as the previous chart, codes only; after idle time
 * or a locked screen nothing is offered. With `hold`, notes that do not change with the chart are not used.
 */
export function closeEncounter(tab: Tab, why: PreviousChart["why"], hold: boolean): void {
	const { session } = tab;
	remember(tab, why);
	tab.counted.clear();
	const wiped = why === "idle" || why === "locked";
	const rows = wiped ? [] : session.sheet.rows.map(({ system, code, title }) => ({ system, code, title }));
	const had = session.encounter !== null && (rows.length > 0 || (wiped && session.sheet.rows.length > 0));
	session.previous = had ? { closedAt: Date.now(), why, rows } : wiped ? null : session.previous;
	Object.assign(session, { encounter: null, sheet: emptySheet(), muted: [] });
	Object.assign(session, { setting: null, kind: null, depth: null, date: null });
	tab.analysed = null;
	tab.error = null;
	tab.generation++;
	if (hold) {
		for (const frame of tab.frames.values()) {
			for (const [id, region] of frame.regions) {
				if (region.text !== "") tab.heldTexts.add(region.text);
				frame.regions.set(id, { ...region, held: true });
			}
		}
		tab.lastText = "";
	}
	tab.rejoin();
}

/** Keeps what was dismissed for the same chart; without a banner nobody can say that it is the same. */
function remember(tab: Tab, why: PreviousChart["why"]): void {
	const { encounter, sheet } = tab.session;
	if (why === "idle" || why === "locked") tab.session.remembered = null;
	else if (encounter !== null && encounter.key.banner !== null) {
		tab.session.remembered = { chart: chartOf(encounter.key), dismissed: sheet.dismissed };
	}
}

function chartOf(key: EncounterKey): string {
	return hash53(`${key.address}|${key.banner}`);
}

function openEncounter(tab: Tab, key: EncounterKey): void {
	tab.session.encounter = { id: `e${crypto.randomUUID()}`, key };
	const { remembered } = tab.session;
	if (key.banner !== null && remembered?.chart === chartOf(key)) {
		tab.session.sheet = { ...tab.session.sheet, dismissed: remembered.dismissed };
	}
	tab.session.activeAt = Date.now();
}

/** Lets notes be used that did not change with the chart: a person said that they belong to it. */
export function releaseHeld(tab: Tab): void {
	tab.heldTexts.clear();
	for (const frame of tab.frames.values()) {
		for (const [id, region] of frame.regions)
			if (region.held) frame.regions.set(id, { ...region, held: false });
	}
}
