import type { Day } from "../../codesets/types";
import type { EngineAnalyzeOptions } from "../../engine/engine";
import { log } from "../../messages/logger";
import type { Preferences } from "../../messages/view";
import type { Tab } from "../state/tab";
import type { EngineHost } from "./engine-host";
import { NoCodeSetError } from "./engine-host";
import { runInSlices } from "./slices";

/** The day an encounter is coded for: what the coder set, else today in the coder's own time zone. */
export function dayOf(tab: Tab | undefined): Day {
	return tab?.session.date ?? today();
}

/** Today as the coder's calendar has it. */
export function today(now = new Date()): Day {
	const two = (n: number) => String(n).padStart(2, "0");
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Reads the notes of a tab with the engine, whenever they change; only the newest text's answer counts. */
export class Analyst {
	readonly #host: EngineHost;
	readonly #preferences: () => Promise<Preferences>;
	readonly #done: (tab: Tab) => void;

	constructor(host: EngineHost, preferences: () => Promise<Preferences>, done: (tab: Tab) => void) {
		this.#host = host;
		this.#preferences = preferences;
		this.#done = done;
	}

	/** Starts over with the tab's present text. Resolves when its analysis, or a newer one, is there. */
	analyse(tab: Tab): Promise<void> {
		const generation = ++tab.generation;
		if (tab.joined.text.trim() === "") {
			tab.analysed = null;
			tab.error = null;
			tab.working = null;
			this.#done(tab);
			return Promise.resolve();
		}
		const work = this.#run(tab, generation).finally(() => {
			if (tab.generation !== generation) return;
			tab.working = null;
			this.#done(tab);
		});
		tab.working = work;
		return work;
	}

	async #run(tab: Tab, generation: number): Promise<void> {
		const cancelled = () => tab.generation !== generation;
		const joined = tab.joined;
		try {
			const [{ engine }, options] = await Promise.all([this.#host.on(dayOf(tab)), this.#options(tab)]);
			if (cancelled()) return;
			const input = { text: joined.text, blocks: joined.blocks };
			const steps = engine.analyzeSteps(input, options, tab.analysed?.analysis.state);
			const result = await runInSlices(steps, cancelled);
			if (result === null) return;
			tab.analysed = { joined, analysis: result.value };
			tab.error = null;
		} catch (error) {
			if (cancelled()) return;
			log("analysis-failed", { length: joined.text.length });
			tab.analysed = null;
			tab.error =
				error instanceof NoCodeSetError
					? error.message
					: "The note was read, but suggestions could not be made. Search and the worksheet still work; change the note or reload the page to try again.";
		}
	}

	async #options(tab: Tab): Promise<EngineAnalyzeOptions> {
		const { depth, externalCauses, findingsCap, mutedRules } = await this.#preferences();
		const { setting, kind } = tab.session;
		return {
			depth: tab.session.depth ?? depth,
			externalCauses,
			date: dayOf(tab),
			// Muted rules leave their places to others; a dismissed finding does not come back as another.
			documentation: { cap: findingsCap + mutedRules.length + tab.session.muted.length },
			...(setting === null ? {} : { setting }),
			...(kind === null ? {} : { kind }),
		};
	}
}
