import { useCallback, useEffect, useRef, useState } from "react";
import { findEditions, type OfferedEdition } from "../../../utils/codesets/download/find-editions";
import { type Publisher, permissionFor } from "../../../utils/codesets/download/publishers";
import { readBody } from "../../../utils/codesets/download/read-body";
import { requestOrigins } from "../../platform/permissions";

/** Where a download is. */
export type DownloadState =
	| { step: "idle" }
	| { step: "looking" }
	| { step: "offered"; publisher: Publisher; editions: OfferedEdition[] }
	| { step: "fetching"; name: string; done: number; total: number | null }
	| { step: "failed"; reason: string };

export interface Download {
	state: DownloadState;
	/** Reads the publisher's listing. Call it in the click itself: the browser may ask for permission. */
	look(publisher: Publisher): void;
	/** Fetches an edition's archives and hands them on as files. */
	fetchEdition(edition: OfferedEdition): void;
	cancel(): void;
}

/** Downloads from a publisher, on a click and after the browser's permission; nothing happens by itself. */
export function useDownload(onFiles: (files: File[]) => void): Download {
	const [state, setState] = useState<DownloadState>({ step: "idle" });
	const abort = useRef<AbortController | null>(null);
	const stop = useCallback(() => {
		abort.current?.abort();
		abort.current = new AbortController();
		return abort.current.signal;
	}, []);
	useEffect(() => () => abort.current?.abort(), []);

	const attempt = useCallback(async (signal: AbortSignal, work: () => Promise<void>) => {
		try {
			await work();
		} catch (error) {
			if (signal.aborted) return;
			setState({ step: "failed", reason: `${(error as Error).message}` });
		}
	}, []);

	const look = useCallback(
		(publisher: Publisher) => {
			const allowed = requestOrigins([permissionFor(publisher)]);
			const signal = stop();
			setState({ step: "looking" });
			void attempt(signal, async () => {
				if (!(await allowed)) throw new Error("The browser was not allowed to reach the publisher.");
				const editions = await findEditions(publisher, (url) => textOf(url, signal));
				if (!signal.aborted) setState({ step: "offered", publisher, editions });
			});
		},
		[stop, attempt],
	);
	const fetchEdition = useCallback(
		(edition: OfferedEdition) => {
			const signal = stop();
			void attempt(signal, async () => {
				const files: File[] = [];
				for (const { url, name } of edition.files) {
					setState({ step: "fetching", name, done: 0, total: null });
					const response = await fetch(url, { signal, credentials: "omit" });
					const bytes = await readBody(response, (done, total) =>
						setState({ step: "fetching", name, done, total }),
					);
					files.push(new File([bytes], name));
				}
				setState({ step: "idle" });
				onFiles(files);
			});
		},
		[stop, attempt, onFiles],
	);
	const cancel = useCallback(() => {
		stop();
		setState({ step: "idle" });
	}, [stop]);
	return { state, look, fetchEdition, cancel };
}

async function textOf(url: string, signal: AbortSignal): Promise<string> {
	const response = await fetch(url, { signal, credentials: "omit" });
	if (!response.ok) throw new Error(`The publisher answered ${response.status}.`);
	return response.text();
}
