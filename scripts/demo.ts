import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { allowHosts, extensionPage, type Launched, launch } from "../test/e2e/lib/launch";
import { ask, inPopup, isRead, tabIdOf, viewWhere } from "../test/e2e/lib/steps";
import { type DemoEhr, startEhr } from "../test/fixtures/ehr/server";
import type { ReleaseView, TabView } from "../utils/messages/view";
import { findChromium } from "./lib/browser";
import { run } from "./lib/run";
import { sideBySide } from "./lib/side-by-side";

/**
 * `npm run demo`: builds the extension, starts the demo EHR on loopback, opens Chromium with the extension
 * and walks through the charts: prints suggestions with their words and findings, leaves pictures in
 * .output/demo. With a display the browser stays open afterwards; Ctrl-C ends it.
 */
const OUT = ".output/demo";
const PANEL = { width: 360, height: 860 };

function print(title: string, view: TabView): void {
	console.log(`\n${title}`);
	const { setting, kind, read } = view;
	const count = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;
	const counts = [count(read.regions, "note"), count(read.frames, "frame"), count(read.words, "word")];
	console.log(`  ${setting.value}, ${kind.value}; ${counts.join(", ")}`);
	for (const one of view.suggestions) {
		if (one.group !== "report") continue;
		const words = one.evidence[0]?.quote.replace(/\s+/g, " ").slice(0, 60) ?? "";
		console.log(`  ${one.code.padEnd(9)} ${one.title.slice(0, 70)}  “${words}”`);
	}
	for (const finding of view.findings) console.log(`  ? ${finding.title}. ${finding.question}`);
}

/** Which code sets answer here, and what the starter is not. */
async function printCodeSets(panel: Page): Promise<void> {
	const releases = await ask<ReleaseView[]>(panel, "releases.list", {});
	console.log("\nCode sets:");
	for (const { system, edition, starter, counts } of releases)
		console.log(`  ${system} ${edition}${starter ? ", starter" : ""}: ${counts.billable} codes`);
	console.log("  The starter is a selection without most notes and without the Alphabetic Index;");
	console.log("  the complete official sets are imported on the options page.");
}

async function picture(page: Page, scheme: "light" | "dark", size = PANEL): Promise<Buffer> {
	await page.emulateMedia({ colorScheme: scheme });
	await page.setViewportSize(size);
	await page.waitForTimeout(250);
	return page.screenshot();
}

async function walk(browser: Launched, ehr: DemoEhr): Promise<void> {
	const chart = await browser.context.newPage();
	const [first] = ehr.notes;
	await chart.goto(`${ehr.origin}/chart/${first?.id}`);
	await inPopup(browser, chart, /enable/i);
	const popup = await inPopup(browser, chart, /side panel/i);
	await popup.close().catch(() => undefined);
	const panel = await extensionPage(browser, "sidepanel.html");
	await printCodeSets(panel);
	for (const note of ehr.notes) {
		await chart.goto(`${ehr.origin}/chart/${note.id}`);
		await chart.bringToFront();
		const tabId = await tabIdOf(panel, chart);
		const view = await viewWhere(panel, tabId, isRead, 30);
		print(`${note.patient}, ${note.visit}`, view);
		const scheme = note === ehr.notes[1] ? "dark" : "light";
		await chart.waitForTimeout(400);
		const shots = [await chart.screenshot(), await picture(panel, scheme)];
		await sideBySide(browser.context, shots, join(OUT, `${note.id}-${scheme}.png`));
	}
	for (const scheme of ["light", "dark"] as const)
		writeFileSync(
			join(OUT, `panel-${scheme}-320.png`),
			await picture(panel, scheme, { width: 320, height: 860 }),
		);
	await otherPages(browser, chart, ehr);
}

/** The pop-up and the options page, light and dark, narrow and wide. */
async function otherPages(browser: Launched, chart: Page, ehr: DemoEhr): Promise<void> {
	const page = await browser.context.newPage();
	await chart.goto(`${ehr.origin}/chart/${ehr.notes[0]?.id}`);
	for (const scheme of ["light", "dark"] as const) {
		await page.goto(browser.url("popup.html"));
		await page.emulateMedia({ colorScheme: scheme });
		await page.setViewportSize({ width: 380, height: 520 });
		await page.keyboard.type("dm2 with ckd 3b");
		await page.waitForTimeout(900);
		await page.screenshot({ path: join(OUT, `popup-${scheme}.png`) });
		for (const width of [320, 1200]) {
			await page.goto(browser.url("options.html"));
			await page.emulateMedia({ colorScheme: scheme });
			await page.setViewportSize({ width, height: 900 });
			await page.waitForTimeout(700);
			await page.screenshot({ path: join(OUT, `options-${scheme}-${width}.png`), fullPage: true });
		}
	}
	await page.close();
}

async function main(): Promise<void> {
	console.log("Building the extension ...");
	const built = await run("npm", ["run", "-s", "build"], { seconds: 300 });
	if (built.code !== 0) throw new Error(`The build failed:\n${built.output}`);
	process.env.CHROMIUM_PATH = await findChromium();
	const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform !== "linux");
	const headless = !display || process.argv.includes("--headless");
	rmSync(OUT, { recursive: true, force: true });
	mkdirSync(OUT, { recursive: true });
	const ehr = await startEhr();
	const browser = await launch({ headless, viewport: { width: 1000, height: 860 } });
	try {
		await allowHosts(browser, ["http://127.0.0.1/*", "http://localhost/*"]);
		await walk(browser, ehr);
		console.log(`\nPictures: ${existsSync(OUT) ? OUT : "none"}`);
		if (!headless) {
			console.log(`The demo EHR is open at ${ehr.origin}. Close the browser or press Ctrl-C to end.`);
			await browser.context.waitForEvent("close", { timeout: 0 });
		}
	} finally {
		await browser.close();
		await ehr.close();
	}
}

try {
	await main();
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
