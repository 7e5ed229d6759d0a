import type { FrameAddress } from "../../messages/frame-client";
import type { FrameRequests } from "../../messages/requests";
import { emptySheet } from "../encounter/sheet";
import type { AnalysisRun } from "../engine/engine-port";
import { type Joined, joinRegions } from "./join";
import type { RegionState } from "./note-store";
import type { TabSession } from "./tab-session";

type SurroundingsSeen = FrameRequests["frame.surroundings"]["request"];

/** A frame with a reader in it. */
export interface FrameState extends FrameAddress {
	top: boolean;
	origin: string;
	surroundings: SurroundingsSeen | null;
	regions: Map<string, RegionState>;
}

/** What one analysis was made of and what came out. */
export interface Analysed {
	joined: Joined;
	analysis: AnalysisRun;
}

/**
 * A tab: what the session keeps of it, and in memory only, the notes of its frames and what the engine made
 * of them.
 */
export class Tab {
	readonly frames = new Map<number, FrameState>();
	joined: Joined = joinRegions([]);
	analysed: Analysed | null = null;
	/** Counts texts; an analysis of an older one is thrown away. */
	generation = 0;
	/** The analysis that is under way. */
	working: Promise<void> | null = null;
	error: string | null = null;
	/** The readers were asked for everything since this worker woke. */
	asked: Promise<void> | null = null;
	/** Texts that were in view when the patient changed. */
	readonly heldTexts = new Set<string>();
	/** The last text that was not empty, to tell another chart by its words. */
	lastText = "";
	needsReload = false;
	/** The session's key of finding ids. */
	idKey = "";
	/** Findings that were counted as shown in this encounter. */
	readonly counted = new Set<string>();
	/** Wiped by idle time or a locked screen; nothing is read until a person is back. */
	asleep = false;
	/** Grows with every change that a page may show; across lives of the worker, too. */
	revision = Date.now();

	constructor(
		readonly tabId: number,
		public session: TabSession = newSession(),
	) {}

	get top(): FrameState | null {
		for (const frame of this.frames.values()) if (frame.top) return frame;
		return null;
	}

	/** Joins the notes anew; true when the text is another. */
	rejoin(): boolean {
		const frames = [...this.frames.values()].sort((a, b) => a.frameId - b.frameId);
		const before = this.joined.text;
		this.joined = joinRegions(
			frames.map(({ frameId, doc, regions }) => ({ frameId, documentId: doc, regions: regions.values() })),
		);
		return this.joined.text !== before;
	}

	/** The banner of the chart: the top document's, or those of its frames where the top has none. */
	banner(): string | null {
		const top = this.top?.surroundings?.banner ?? null;
		if (top !== null) return top;
		const others = [...this.frames.values()].flatMap((frame) => frame.surroundings?.banner ?? []);
		return others.length === 0 ? null : [...new Set(others)].sort().join("+");
	}

	/** Forgets every word that was read. */
	forgetNotes(): void {
		for (const frame of this.frames.values()) frame.regions.clear();
		this.heldTexts.clear();
		this.lastText = "";
		this.analysed = null;
		this.error = null;
		this.generation++;
		this.rejoin();
	}
}

/** A tab nothing is known of. */
export function newSession(): TabSession {
	return {
		encounter: null,
		sheet: emptySheet(),
		previous: null,
		setting: null,
		kind: null,
		depth: null,
		date: null,
		muted: [],
		remembered: null,
		frames: [],
		readOnce: false,
		activeAt: Date.now(),
	};
}
