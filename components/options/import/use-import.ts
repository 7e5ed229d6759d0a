import { useCallback, useEffect, useRef, useState } from "react";
import type { ColumnMapping, ListRow } from "../../../utils/codesets/import/csv";
import type { ImportProgress } from "../../../utils/codesets/import/progress";
import { useApi } from "../../platform/api";
import type { ImportAnswer, ImportedEdition, ImportFailure, PlannedImport } from "./import-messages";
import { type ImportWorker, useStartWorker } from "./import-worker";

/** Where an import is. */
export type ImportState =
	| { step: "idle"; imported: ImportedEdition[] }
	| { step: "reading"; progress: ImportProgress | null }
	| { step: "planned"; plan: PlannedImport; list?: ListRow[] }
	| { step: "importing"; edition: string; progress: ImportProgress | null; imported: ImportedEdition[] }
	| { step: "failed"; failure: ImportFailure; imported: ImportedEdition[] };

export interface Import {
	state: ImportState;
	/** Has the files looked at; what they are comes back as a plan. */
	read(files: File[]): void;
	/** Reads a plain table by its columns; its rows come back as `list`. */
	readTable(name: string, mapping: ColumnMapping): void;
	/** Imports the planned editions. */
	start(cptLicence: boolean): void;
	/** Stops at once. What is installed stays as it is. */
	cancel(): void;
}

/** One import at a time, in a Worker that lives only while there is one. */
export function useImport(): Import {
	const startWorker = useStartWorker();
	const api = useApi();
	const [state, setState] = useState<ImportState>({ step: "idle", imported: [] });
	const worker = useRef<ImportWorker | null>(null);
	const run = useRef(0);

	const stop = useCallback(() => {
		run.current++;
		worker.current?.terminate();
		worker.current = null;
	}, []);
	useEffect(() => stop, [stop]);

	const fail = useCallback((failure: ImportFailure) => {
		setState((before) => ({ step: "failed", failure, imported: importedIn(before) }));
	}, []);

	const announceChange = useCallback(async () => {
		await api.send("releases.changed", {}).catch(() => undefined);
	}, [api]);

	const listen = useCallback(
		({ data }: MessageEvent<ImportAnswer>) => {
			if (data.run !== run.current) return;
			if (data.type === "failed") {
				stop();
				fail(data.failure);
				return;
			}
			if (data.type === "imported") void announceChange();
			if (data.type === "done") {
				stop();
				void announceChange();
			}
			setState((before) => next(before, data));
		},
		[stop, fail, announceChange],
	);
	const read = useCallback(
		(files: File[]) => {
			if (files.length === 0) return;
			stop();
			const own = startWorker();
			own.onmessage = listen;
			own.onerror = (event) => {
				stop();
				fail({ code: "unexpected", file: null, line: null, reason: event.message || "the import stopped" });
			};
			worker.current = own;
			setState({ step: "reading", progress: null });
			own.postMessage({ type: "plan", run: run.current, files });
		},
		[startWorker, listen, stop, fail],
	);
	const start = useCallback(
		(cptLicence: boolean) => {
			if (state.step !== "planned" || worker.current === null) return;
			const keys = state.plan.editions.map((edition) => edition.key);
			setState({ step: "importing", edition: keys[0] ?? "", progress: null, imported: [] });
			const own = run.current;
			api.send("engine.tables", {}).then(
				(tables) => {
					if (own !== run.current) return;
					worker.current?.postMessage({ type: "import", run: own, keys, cptLicence, tables });
				},
				(error: Error) => {
					if (own !== run.current) return;
					stop();
					fail({ code: "unexpected", file: null, line: null, reason: error.message });
				},
			);
		},
		[state, api, stop, fail],
	);
	const readTable = useCallback((name: string, mapping: ColumnMapping) => {
		worker.current?.postMessage({ type: "table", run: run.current, name, mapping });
	}, []);
	const cancel = useCallback(() => {
		stop();
		setState((before) => ({ step: "idle", imported: importedIn(before) }));
	}, [stop]);

	return { state, read, readTable, start, cancel };
}

const importedIn = (state: ImportState): ImportedEdition[] => ("imported" in state ? state.imported : []);

/** The state behind an answer of the Worker. */
function next(before: ImportState, answer: ImportAnswer): ImportState {
	switch (answer.type) {
		case "planned":
			return { step: "planned", plan: answer.plan };
		case "progress":
			if (before.step === "reading") return { step: "reading", progress: answer.progress };
			if (before.step !== "importing") return before;
			return { ...before, edition: answer.edition || before.edition, progress: answer.progress };
		case "imported":
			if (before.step !== "importing") return before;
			return { ...before, imported: [...before.imported, answer.edition] };
		case "table":
			return before.step === "planned" ? { ...before, list: answer.rows } : before;
		case "done":
			return { step: "idle", imported: importedIn(before) };
		case "failed":
			return { step: "failed", failure: answer.failure, imported: importedIn(before) };
	}
}
