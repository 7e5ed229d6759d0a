import { createContext, type ReactNode, use } from "react";
import type { ImportAnswer, ImportRequest } from "./import-messages";

/** The side of the import Worker that the page sees. */
export interface ImportWorker {
	postMessage(request: ImportRequest): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<ImportAnswer>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

const StartContext = createContext<(() => ImportWorker) | null>(null);

/** Says how the page starts its import Worker: the file belongs to the entrypoint, which is above us. */
export function ImportWorkerProvider({
	start,
	children,
}: {
	start: () => ImportWorker;
	children: ReactNode;
}) {
	return <StartContext value={start}>{children}</StartContext>;
}

/** How to start the Worker; throws outside of a provider, which is a mistake of ours. */
export function useStartWorker(): () => ImportWorker {
	const start = use(StartContext);
	if (start === null) throw new Error("ImportWorkerProvider is missing above this component");
	return start;
}
