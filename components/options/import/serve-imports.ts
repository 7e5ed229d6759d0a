import { setTables } from "../../../utils/lexicon/tables";
import { IMPORT_LOCK } from "../../../utils/storage/releases";
import { failureOf } from "./import-failure";
import { ImportJob } from "./import-job";
import type { ImportAnswer, ImportRequest } from "./import-messages";

/** The side of a Worker that this needs. */
export interface WorkerSide {
	postMessage(answer: ImportAnswer): void;
	addEventListener(type: "message", listener: (event: MessageEvent<ImportRequest>) => void): void;
}

/**
 * Answers the options page's questions inside its Worker, one after the other. Stopping is the page's
 * business: it ends the Worker, and what was half-way is swept by the next import.
 */
export function serveImports(side: WorkerSide): void {
	const job = new ImportJob();
	let queue = Promise.resolve();
	side.addEventListener("message", ({ data }) => {
		queue = queue.then(() => answer(side, job, data));
	});
}

async function answer(side: WorkerSide, job: ImportJob, request: ImportRequest): Promise<void> {
	const { run } = request;
	try {
		if (request.type === "plan") {
			const plan = await job.plan(request.files, (progress) =>
				side.postMessage({ type: "progress", run, edition: "", progress }),
			);
			side.postMessage({ type: "planned", run, plan });
			return;
		}
		if (request.type === "table") {
			const { name } = request;
			side.postMessage({ type: "table", run, name, rows: job.table(name, request.mapping) });
			return;
		}
		setTables(request.tables);
		const free = await alone(async () => {
			for (const key of request.keys) {
				const edition = await job.import(key, request.cptLicence, (progress) =>
					side.postMessage({ type: "progress", run, edition: key, progress }),
				);
				side.postMessage({ type: "imported", run, edition });
			}
			await job.lendAgain((progress) => side.postMessage({ type: "progress", run, edition: "", progress }));
		});
		if (free) side.postMessage({ type: "done", run });
		else {
			const reason = "another tab is importing; wait until it has finished";
			side.postMessage({ type: "failed", run, failure: { code: "busy", file: null, line: null, reason } });
		}
	} catch (error) {
		side.postMessage({ type: "failed", run, failure: failureOf(error) });
	}
}

/** Runs work while no other tab imports; false when one does. */
async function alone(work: () => Promise<void>): Promise<boolean> {
	if (!globalThis.navigator?.locks) {
		await work();
		return true;
	}
	return navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) => {
		if (lock === null) return false;
		await work();
		return true;
	});
}
