import { findChromium } from "../../scripts/lib/browser";
import {
	chooseFiles,
	FY2026,
	openOptions,
	search,
	setDate,
	startImport,
	waitInstalled,
} from "../e2e/lib/import-page";
import { launch } from "../e2e/lib/launch";
import { stopWorker, workerHeap } from "../e2e/lib/service-worker";

/**
 * `npm run bench:import`: imports FY2026 (order file, tabular list, indexes) from the publisher's zips in
 * headless Chromium, through the options page of the extension as it is built. Needs CHARTSIDE_SHARED.
 */
const files = FY2026();
if (files.length === 0) {
	console.log("bench:import is skipped: CHARTSIDE_SHARED does not name the official files");
	process.exit(0);
}
process.env.CHROMIUM_PATH = await findChromium();
const browser = await launch();

try {
	const page = await openOptions(browser);
	await page.evaluate(() => {
		const seen: number[] = [];
		Object.assign(globalThis, { longTasks: seen });
		new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => entry.duration))).observe(
			{
				type: "longtask",
			},
		);
	});
	const started = performance.now();
	await chooseFiles(page, files);
	const planned = performance.now();
	await startImport(page);
	await waitInstalled(page, "ICD-10-CM FY2026");
	const ended = performance.now();
	const [bytes, write] = await page
		.locator("[data-write-ms]")
		.evaluate((element) => [element.dataset.bytes, element.dataset.writeMs].map(Number));
	const longTasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);

	await setDate(page, "2026-06-01");
	await stopWorker(browser);
	await page.waitForTimeout(500);
	const waking = performance.now();
	const [hit] = await search(page, "S52.501A");
	const woken = performance.now();
	await search(page, "fracture of radius");
	const { heap, buffers } = await workerHeap(browser);

	const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
	const mb = (n: number) => `${(n / 1e6).toFixed(1)} MB`;
	console.log(`unpack and plan              ${seconds(started, planned)}`);
	console.log(`import                       ${seconds(planned, ended)}`);
	console.log(`total                        ${seconds(started, ended)}   (budget 15 s)`);
	console.log(
		`longest task of the page     ${Math.max(0, ...longTasks).toFixed(0)} ms   (budget 50 ms; 0: none over 50)`,
	);
	console.log(`pack                         ${mb(bytes ?? 0)}`);
	console.log(`IndexedDB put and read back  ${write} ms`);
	console.log(
		`worker wake to first answer  ${(woken - waking).toFixed(0)} ms   (budget 400 ms; ${hit?.code} of ${hit?.edition})`,
	);
	console.log(`worker heap, buffers         ${mb(heap)}, ${mb(buffers)}   (budget 60 MB for one edition)`);
} finally {
	await browser.close();
}
