const OBSERVED: MutationObserverInit = {
	subtree: true,
	childList: true,
	characterData: true,
	attributes: true,
	attributeFilter: ["hidden", "style", "class", "open", "contenteditable", "src", "srcdoc"],
};
/** Above this many places it is cheaper to look at everything once. */
const MOST_TARGETS = 300;

/** What changed since the last look. `everything` when it was too much to list. */
export interface Changes {
	targets: Set<Node>;
	everything: boolean;
	/** Elements came or went: notes, banners or frames may have. */
	nodes: boolean;
}

/**
 * Watches documents and shadow roots. The observer's callback only queues and calls `changed`; looking is
 * the reader's business, in its own time. Stops with `signal`.
 */
export class Mutations {
	readonly #observer: MutationObserver;
	#observed = new WeakSet<Node>();
	#changes: Changes = { targets: new Set(), everything: false, nodes: false };

	constructor(changed: () => void, signal: AbortSignal) {
		this.#observer = new MutationObserver((records) => {
			this.#queue(records);
			changed();
		});
		signal.addEventListener("abort", () => {
			this.#observer.disconnect();
			this.#changes = { targets: new Set(), everything: false, nodes: false };
		});
	}

	/** Watches these roots, too; a root that is watched already is left as it is. */
	watch(roots: Iterable<Node>): void {
		for (const root of roots) {
			if (this.#observed.has(root)) continue;
			this.#observed.add(root);
			this.#observer.observe(root, OBSERVED);
		}
	}

	/** What changed since the last call, records that are still on their way included. */
	take(): Changes {
		this.#queue(this.#observer.takeRecords());
		const changes = this.#changes;
		this.#changes = { targets: new Set(), everything: false, nodes: false };
		return changes;
	}

	#queue(records: MutationRecord[]): void {
		const changes = this.#changes;
		for (const record of records) {
			if (record.type === "childList") changes.nodes = true;
			if (changes.everything) continue;
			changes.targets.add(record.target);
			if (changes.targets.size > MOST_TARGETS) {
				changes.everything = true;
				changes.targets.clear();
			}
		}
	}
}
