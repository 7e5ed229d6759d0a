import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stopWorker } from "../lib/service-worker";
import { marked, noteFrame, Session } from "../lib/session";

let session: Session;
let page: Page;
let tabId: number;

beforeAll(async () => {
	session = await Session.start();
	page = await session.open("/chart/03-cardiology-heart-failure");
	tabId = await session.enable(page);
	await session.until(tabId, (view) => view.findings.length > 0 && !view.analysing, "findings");
});
afterAll(() => session.close());

const marks = async () => Object.values(await marked(noteFrame(page, session.ehr))).flat();

describe("findings", () => {
	it("that were dismissed stay away when the page is loaded again, and come back for another chart", async () => {
		const view = await session.settled(tabId);
		const [first] = view.findings;
		if (first === undefined) throw new Error("no finding");
		const at = { tabId, encounter: view.encounter as string };
		expect(await session.ask("finding.dismiss", { ...at, id: first.id })).toEqual({ ok: true });
		await page.reload();
		const again = await session.until(
			tabId,
			(each) =>
				each.encounter !== null &&
				each.encounter !== view.encounter &&
				each.read.words > 0 &&
				!each.analysing,
			"the page to be read again",
		);
		expect(again.findings.map((each) => each.id)).toEqual(view.findings.slice(1).map((each) => each.id));
		await page.goto(`${session.ehr.origin}/chart/01-office-diabetes`);
		await session.until(
			tabId,
			(each) => each.encounter !== null && each.encounter !== again.encounter,
			"another chart",
		);
		const other = await session.settled(tabId);
		await page.goto(`${session.ehr.origin}/chart/03-cardiology-heart-failure`);
		await session.until(
			tabId,
			(each) => each.encounter !== null && each.encounter !== other.encounter,
			"the first chart",
		);
		const back = await session.until(
			tabId,
			(each) => each.findings.length > 0 && !each.analysing,
			"findings",
		);
		expect(back.findings.map((each) => each.id)).toContain(first.id);
	});

	it("of a muted rule stay away after a restart of the worker, on this site or everywhere", async () => {
		const view = await session.settled(tabId);
		const [first] = view.findings;
		if (first === undefined) throw new Error("no finding");
		const at = { tabId, encounter: view.encounter as string };
		expect(await session.ask("finding.mute", { ...at, id: first.id, scope: "site" })).toEqual({ ok: true });
		await stopWorker(session.browser);
		const after = await session.settled(tabId);
		expect(after.findings.map((each) => each.rule)).not.toContain(first.rule);
		await expect.poll(marks).not.toContain(first.where.quote);
		expect((await session.ask("prefs.get", {})).mutedRules).toEqual([
			{ rule: first.rule, origin: session.ehr.origin },
		]);
		await session.ask("prefs.set", { mutedRules: [] });
		await session.until(
			tabId,
			(each) => each.findings.some((one) => one.rule === first.rule),
			"the rule again",
		);
	});

	it("on the worksheet name their rows and source, can be fixed with a click and undone", async () => {
		const view = await session.settled(tabId);
		const at = { tabId, encounter: view.encounter as string };
		// Long-term use of insulin may never be listed first.
		for (const code of ["Z79.4", "E11.9"]) {
			expect(await session.ask("worksheet.add", { ...at, system: "ICD-10-CM", code })).toEqual({ ok: true });
		}
		const wrong = await session.view(tabId);
		const check = wrong.checks.find((each) => each.codes.includes("Z79.4"));
		expect(check?.source).not.toBe("");
		if (check?.fix === undefined) throw new Error(`no fix: ${JSON.stringify(wrong.checks)}`);
		expect(await session.ask("worksheet.fix", { ...at, codes: check.fix.codes })).toEqual({ ok: true });
		const fixed = await session.view(tabId);
		expect(fixed.worksheet.map((row) => row.code)).toEqual(check.fix.codes);
		expect(fixed.checks.map((each) => each.rule)).not.toContain(check.rule);
		await session.ask("worksheet.undo", at);
		expect((await session.view(tabId)).worksheet.map((row) => row.code)).toEqual(["Z79.4", "E11.9"]);
	});

	it("are not drawn at all when the person does not want marks", async () => {
		await expect.poll(marks).not.toEqual([]);
		await session.ask("prefs.set", { marksInPage: false });
		await expect.poll(marks).toEqual([]);
		await session.ask("prefs.set", { marksInPage: true });
		await expect.poll(marks).not.toEqual([]);
	});
});
