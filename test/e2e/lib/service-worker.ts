import type { CDPSession } from "playwright-core";
import type { Launched } from "./launch";

type Raw = (method: string, params?: object) => Promise<Record<string, unknown>>;

/** Runs `work` with a raw connection to the extension's service worker. */
export async function withWorkerTarget<T>(browser: Launched, work: (send: Raw) => Promise<T>): Promise<T> {
	await browser.worker();
	const session = (await browser.context.browser()!.newBrowserCDPSession()) as CDPSession & { send: Raw };
	try {
		const { targetInfos } = (await session.send("Target.getTargets")) as {
			targetInfos: { type: string; url: string; targetId: string }[];
		};
		const target = targetInfos.find(
			(t) => t.type === "service_worker" && t.url.includes(browser.extensionId),
		);
		if (!target) throw new Error("the service worker is not running");
		const { sessionId } = await session.send("Target.attachToTarget", {
			targetId: target.targetId,
			flatten: false,
		});
		let last = 0;
		const waiting = new Map<number, (result: Record<string, unknown>) => void>();
		session.on("Target.receivedMessageFromTarget" as never, (event: { message: string }) => {
			const { id, result } = JSON.parse(event.message) as { id?: number; result: Record<string, unknown> };
			if (id !== undefined) waiting.get(id)?.(result);
		});
		return await work(async (method, params = {}) => {
			const id = ++last;
			const answer = new Promise<Record<string, unknown>>((done) => waiting.set(id, done));
			await session.send("Target.sendMessageToTarget", {
				sessionId,
				message: JSON.stringify({ id, method, params }),
			});
			return answer;
		});
	} finally {
		await session.detach().catch(() => undefined);
	}
}

/** Bytes of the worker's heap and of the buffers behind it, after a garbage collection. */
export const workerHeap = (browser: Launched): Promise<{ heap: number; buffers: number }> =>
	withWorkerTarget(browser, async (send) => {
		await send("HeapProfiler.enable");
		await send("HeapProfiler.collectGarbage");
		const usage = await send("Runtime.getHeapUsage");
		return { heap: Number(usage.usedSize), buffers: Number(usage.backingStorageSize ?? 0) };
	});

/** Stops the service worker, as the browser does after 30 idle seconds. */
export async function stopWorker(browser: Launched): Promise<void> {
	const session = (await browser.context.browser()!.newBrowserCDPSession()) as CDPSession & { send: Raw };
	const { targetInfos } = (await session.send("Target.getTargets")) as {
		targetInfos: { type: string; url: string; targetId: string }[];
	};
	for (const target of targetInfos) {
		if (target.type === "service_worker" && target.url.includes(browser.extensionId)) {
			await session.send("Target.closeTarget", { targetId: target.targetId });
		}
	}
	await session.detach();
}
