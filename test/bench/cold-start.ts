import { launch } from "../e2e/lib/launch";
import { stopWorker } from "../e2e/lib/service-worker";
import { ask } from "../e2e/lib/steps";

/**
 * Milliseconds from a query to its answer when the service worker was stopped before, measured in an
 * extension page of the built extension; `rounds` times. The first start (install) is not counted.
 */
export async function coldStart(rounds: number): Promise<number[]> {
	const browser = await launch();
	try {
		const page = await browser.context.newPage();
		await page.goto(browser.url("options.html"));
		await ask(page, "search.query", { text: "htn" });
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) {
			await stopWorker(browser);
			await page.waitForTimeout(300);
			times.push(
				await page.evaluate(async () => {
					type Runtime = { sendMessage(message: unknown): Promise<{ ok: boolean }> };
					const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
					const started = performance.now();
					const answer = await runtime.sendMessage({
						chartside: 1,
						to: "background",
						name: "search.query",
						payload: { text: "htn" },
					});
					if (!answer?.ok) throw new Error(JSON.stringify(answer));
					return performance.now() - started;
				}),
			);
		}
		return times;
	} finally {
		await browser.close();
	}
}
