import { createContext, type ReactNode, use } from "react";
import type { ChangesAnswer, ChangesRequest } from "./change-messages";

/** The side of the Worker that the page sees. */
export interface ChangesWorker {
	postMessage(request: ChangesRequest): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<ChangesAnswer>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

const StartContext = createContext<(() => ChangesWorker) | null>(null);

/** Says how the page starts its Worker: the file belongs to the entrypoint, which is above us. */
export function ChangesWorkerProvider({
	start,
	children,
}: {
	start: () => ChangesWorker;
	children: ReactNode;
}) {
	return <StartContext value={start}>{children}</StartContext>;
}

/** Compares two editions; each comparison has a Worker of its own, ended by `stop`. */
export function useCompare(): (request: ChangesRequest) => { answer: Promise<ChangesAnswer>; stop(): void } {
	const start = use(StartContext);
	if (start === null) throw new Error("ChangesWorkerProvider is missing above this component");
	return (request) => {
		const worker = start();
		const answer = new Promise<ChangesAnswer>((resolve) => {
			worker.onmessage = (event) => {
				resolve(event.data);
				worker.terminate();
			};
			worker.onerror = (event) => {
				resolve({ ok: false, failed: event.message || "the comparison stopped" });
				worker.terminate();
			};
		});
		worker.postMessage(request);
		return { answer, stop: () => worker.terminate() };
	};
}
