import type { CodeSystem } from "../../codesets/types";
import type { Outcome, PageRequests } from "../../messages/requests";
import type { BackgroundHandlers } from "../../messages/router";
import { putCode } from "../../storage/codes";
import { writePreferences } from "../../storage/preferences";
import { type Core, DONE, refuse } from "../core";
import { sameEncounter, stillThere } from "../encounter/guard";
import * as sheets from "../encounter/sheet";
import { dayOf } from "../engine/analyst";
import type { Tab } from "../state/tab";
import { findingViews } from "../view/findings";
import { suggestionViews } from "../view/suggestions";
import { copyText } from "./copy-text";
import { wake } from "./frame";

type Names = Extract<
	keyof PageRequests,
	`suggestion.${string}` | `worksheet.${string}` | `finding.${string}`
>;

const NO_ROW = refuse("not-found", "This row is no longer on the worksheet.");

/** Answers the coder's decisions. Each names the encounter it was made for; each can be taken back. */
export function sheetHandlers(core: Core): Pick<BackgroundHandlers, Names> {
	const change = async (
		{ tabId, encounter }: { tabId: number; encounter: string },
		make: (tab: Tab) => sheets.Sheet | null | Promise<sheets.Sheet | null>,
		otherwise: Outcome = NO_ROW,
	): Promise<Outcome> => {
		const tab = await core.settled(tabId);
		wake(core, tab);
		const refusal = sameEncounter(tab, encounter);
		if (refusal !== null) return refusal;
		const next = await make(tab);
		// What was waited for may have closed the encounter.
		const late = sameEncounter(tab, encounter);
		if (late !== null) return late;
		if (next === null) return otherwise;
		tab.session.sheet = next;
		await core.analysed(tab);
		await core.tabs.flush();
		return DONE;
	};
	const suggestion = async (tab: Tab, id: string) => {
		if (tab.analysed === null) return undefined;
		const { sets } = await core.host.on(dayOf(tab));
		return suggestionViews(tab, tab.analysed, sets).find((view) => view.id === id);
	};
	const finding = async (tab: Tab, id: string) =>
		tab.analysed === null
			? undefined
			: findingViews(tab, tab.analysed, await core.preferences()).find((view) => view.id === id);

	return {
		"suggestion.accept": async ({ tabId, encounter, id, code }) => {
			const tab = await core.settled(tabId);
			wake(core, tab);
			const early = sameEncounter(tab, encounter);
			if (early !== null) return early;
			const view = await suggestion(tab, id);
			if (view === undefined)
				return refuse("document-gone", "This suggestion is no longer there. Nothing was done.");
			const refusal = await stillThere(core, tab, encounter, [
				...new Set(view.evidence.map((e) => e.documentId)),
			]);
			if (refusal !== null) return refusal;
			const row = await facts(core, tab, view.system, code ?? view.code);
			if ("ok" in row) return row;
			return change({ tabId, encounter }, ({ session }) =>
				sheets.accept(session.sheet, id, { ...row, from: "suggestion" }),
			);
		},

		"suggestion.reject": ({ id, ...at }) =>
			change(
				at,
				async (tab) => {
					const view = await suggestion(tab, id);
					return view === undefined ? null : sheets.reject(tab.session.sheet, id, view);
				},
				refuse("not-found", "This suggestion is no longer there."),
			),

		"worksheet.add": async ({ tabId, encounter, system, code }) => {
			const tab = await core.tab(tabId);
			wake(core, tab);
			const refusal = await stillThere(core, tab, encounter);
			if (refusal !== null) return refusal;
			const row = await facts(core, tab, system, code);
			if ("ok" in row) return row;
			void putCode("recents", row.system, row.code).catch(() => undefined);
			return change({ tabId, encounter }, ({ session }) =>
				sheets.addRow(session.sheet, { ...row, from: "search" }),
			);
		},

		"worksheet.remove": ({ id, ...at }) =>
			change(at, async (tab) => {
				const row = tab.session.sheet.rows.find((each) => each.id === id);
				if (row === undefined || tab.analysed === null) return sheets.removeRow(tab.session.sheet, id, []);
				const { sets } = await core.host.on(dayOf(tab));
				const own = suggestionViews(tab, tab.analysed, sets).filter(
					(view) => view.system === row.system && view.code === row.code,
				);
				return sheets.removeRow(
					tab.session.sheet,
					id,
					own.map((view) => view.id),
				);
			}),

		"worksheet.order": ({ ids, ...at }) => change(at, ({ session }) => sheets.orderRows(session.sheet, ids)),

		"worksheet.fix": async ({ codes, ...at }) => {
			const tab = await core.settled(at.tabId);
			const rows: Omit<sheets.SheetRow, "id">[] = [];
			for (const code of codes) {
				const known = tab.session.sheet.rows.find((row) => row.code === code);
				const row = known ?? (await anySystem(core, tab, code));
				if (row === null) return refuse("not-found", `${code} is in no code set in force on this date.`);
				rows.push({ system: row.system, code: row.code, title: row.title, from: known?.from ?? "search" });
			}
			return change(at, ({ session }) => sheets.replaceRows(session.sheet, rows));
		},

		"worksheet.keep": ({ rule, codes, reason, ...at }) =>
			change(at, ({ session }) => sheets.keep(session.sheet, { rule, codes }, reason)),

		"worksheet.undo": (at) =>
			change(
				at,
				({ session }) => sheets.undo(session.sheet),
				refuse("not-found", "There is nothing to undo."),
			),

		"worksheet.copy": async ({ tabId, encounter, id }) => {
			const tab = await core.tab(tabId);
			wake(core, tab);
			const refusal = await stillThere(core, tab, encounter);
			if (refusal !== null) return refusal;
			const rows = tab.session.sheet.rows.filter((row) => id === undefined || row.id === id);
			if (rows.length === 0)
				return id === undefined ? refuse("not-found", "The worksheet is empty.") : NO_ROW;
			return { ok: true, text: copyText(rows, (await core.preferences()).copyFormat) };
		},

		"worksheet.codes": async () => {
			await core.tabs.ready();
			const rows = core.tabs.all().flatMap((tab) => tab.session.sheet.rows);
			return [...new Map(rows.map(({ system, code }) => [`${system} ${code}`, { system, code }])).values()];
		},

		"finding.dismiss": ({ id, ...at }) =>
			change(
				at,
				async (tab) => {
					const view = await finding(tab, id);
					if (view === undefined) return null;
					core.dismissed(view.rule);
					return sheets.dismiss(tab.session.sheet, id);
				},
				refuse("not-found", "This finding is no longer there."),
			),

		"finding.mute": async ({ tabId, encounter, id, scope }) => {
			const tab = await core.settled(tabId);
			wake(core, tab);
			const refusal = sameEncounter(tab, encounter);
			if (refusal !== null) return refusal;
			const view = await finding(tab, id);
			if (view === undefined) return refuse("not-found", "This finding is no longer there.");
			if (scope === "here") tab.session.muted = [...new Set([...tab.session.muted, view.rule])];
			else {
				const { mutedRules } = await core.preferences();
				const origin = tab.top?.origin;
				const muted = scope === "site" && origin ? { rule: view.rule, origin } : { rule: view.rule };
				await writePreferences({ mutedRules: [...mutedRules, muted] });
				await core.preferencesChanged();
			}
			await core.analysed(tab);
			return DONE;
		},
	};
}

type Facts = { system: CodeSystem; code: string; title: string };

/** Code and title as the set has them; refuses an unknown code and a header, which cannot be reported. */
async function facts(
	core: Core,
	tab: Tab,
	system: CodeSystem,
	code: string,
): Promise<Facts | Extract<Outcome, { ok: false }>> {
	const set = await core.host.set(system, dayOf(tab));
	const row = set?.find(code) ?? -1;
	if (set === null || row < 0)
		return refuse("not-found", `${code} is not in the ${system} edition in force on this date.`);
	if (!set.billable(row))
		return refuse("not-valid", `${set.code(row)} is a category. Choose a code below it.`);
	return { system, code: set.code(row), title: set.title(row) };
}

async function anySystem(core: Core, tab: Tab, code: string): Promise<Facts | null> {
	const { sets } = await core.host.on(dayOf(tab));
	for (const set of sets) {
		const row = set.find(code);
		if (row >= 0) return { system: set.release.system, code: set.code(row), title: set.title(row) };
	}
	return null;
}
