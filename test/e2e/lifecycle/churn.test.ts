import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Pages, servePages } from "../lib/pages";
import { marked, Session } from "../lib/session";
import { shareOf } from "../lib/share";

let session: Session;
let pages: Pages;

/** 10,000 elements around a note; 100 changes a second outside of it, as a busy portal has them. */
const BUSY = `<body><header class='patient-banner'>Adams MRN 10023</header>
	<article class='progress-note' id='note'><h3>Assessment</h3><p>Essential hypertension. Heart failure.</p></article>
	<div id='grid'></div>
	<script>
	const grid = document.getElementById("grid");
	const cells = [];
	for (let i = 0; i < 5000; i++) {
		const row = document.createElement("div");
		const cell = document.createElement("span");
		cell.textContent = "value " + i;
		row.append(cell);
		grid.append(row);
		cells.push(cell);
	}
	let n = 0;
	setInterval(() => {
		for (let i = 0; i < 5; i++) {
			n++;
			const cell = cells[(n * 37) % cells.length];
			if (n % 3 === 0) cell.textContent = "value " + n;
			else if (n % 3 === 1) cell.className = "state-" + (n % 7);
			else cell.parentElement.replaceChildren(cell);
		}
	}, 50);
	</script></body>`;

beforeAll(async () => {
	session = await Session.start();
	pages = await servePages(() => ({ "/busy": BUSY }));
});
afterAll(async () => {
	await session.close();
	await pages.close();
});

let page: Page | null = null;
// A test that fails must not leave its tab to the next one.
afterEach(async () => {
	await page?.close();
	page = null;
});

async function open(): Promise<{ page: Page; tabId: number }> {
	page = await session.open(`${pages.origin}/busy`);
	const tabId = await session.enable(page);
	await session.settled(tabId);
	return { page, tabId };
}

describe("a page that never rests", () => {
	it("keeps its main thread: under a twentieth of it is ours, in no stretch that is felt", async () => {
		const { page } = await open();
		await page.waitForTimeout(1_000);
		const { share, longest } = await shareOf(page, "reader.js", 6);
		console.log(
			`reader: ${(share * 100).toFixed(2)} % of the main thread, longest stretch ${longest.toFixed(1)} ms`,
		);
		expect(share).toBeLessThan(0.05);
		// A stretch is measured by the clock, and a machine that does other work makes it longer.
		expect(longest).toBeLessThan(250);
	});

	it("is still read: a change of the note or of the patient is seen among all others", async () => {
		const { page, tabId } = await open();
		const before = await session.settled(tabId);
		await page.locator("#note p").evaluate((p) => {
			p.textContent = "Essential hypertension. Acute gout.";
		});
		await session.until(
			tabId,
			(view) => view.suggestions.some((each) => each.code.startsWith("M10")),
			"the new words",
		);
		await page.locator(".patient-banner").evaluate((banner) => {
			banner.textContent = "Brown MRN 99871";
		});
		const after = await session.until(
			tabId,
			(view) => view.encounter !== before.encounter,
			"the new patient",
		);
		expect(after.suggestions).toEqual([]);
	});

	it("has as many listeners and observers of ours after fifty soft navigations as after the first", async () => {
		const { page, tabId } = await open();
		const count = async () => {
			const cdp = await page.context().newCDPSession(page);
			await cdp.send("HeapProfiler.collectGarbage");
			const { metrics } = (await cdp
				.send("Performance.enable")
				.then(() => cdp.send("Performance.getMetrics"))) as {
				metrics: { name: string; value: number }[];
			};
			await cdp.detach();
			return metrics.find((metric) => metric.name === "JSEventListeners")?.value ?? -1;
		};
		const go = async (n: number) => {
			await page.evaluate((to) => {
				history.pushState(null, "", `/busy?visit=${to}`);
				const note = document.getElementById("note") as HTMLElement;
				note.outerHTML = `<article class='progress-note' id='note'><h3>Assessment</h3><p>Visit ${to}. Heart failure.</p></article>`;
			}, n);
			await expect
				.poll(async () => Object.values(await marked(page)).flat().length, { timeout: 10_000 })
				.toBeGreaterThan(0);
		};
		await go(1);
		const first = await count();
		for (let n = 2; n <= 50; n++) {
			await page.evaluate((to) => history.pushState(null, "", `/busy?visit=${to}`), n);
			await page.waitForTimeout(20);
		}
		await go(51);
		expect(await count()).toBeLessThanOrEqual(first + 1);
		await session.settled(tabId);
	});
});
