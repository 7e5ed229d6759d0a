import type { Block } from "../text/note-text";
import type { FrameSeen } from "./find/frames";

/** A region as it is handed out. */
export interface RegionText {
	regionId: string;
	revision: number;
	text: string;
	blocks: Block[];
	editable: boolean;
}

export interface Surroundings {
	frames: FrameSeen[];
	/** Hash of the visible patient banner; null when none is seen. */
	banner: string | null;
	/** Path, query, and the hash where it is a route. */
	address: string;
}

export interface CardText {
	title: string;
	question: string;
	quote: string;
	source: string;
}

/**
 * What the reader needs of the outside. The room knows no `browser`: the entrypoint gives it this, and
 * tests give it another. Every call may reject when the other side is gone.
 */
export interface ReaderPort {
	note(regions: RegionText[]): Promise<void>;
	/** False asks for everything again. */
	edit(edit: {
		regionId: string;
		base: number;
		revision: number;
		start: number;
		end: number;
		insert: string;
		blocks: Block[];
	}): Promise<boolean>;
	gone(regionIds: string[]): Promise<void>;
	surroundings(surroundings: Surroundings): Promise<void>;
	card(id: number): Promise<CardText | null>;
	cardAction(id: number, action: "dismiss" | "panel"): Promise<void>;
	activity(): Promise<void>;
	/** Escape was pressed while no card is open here. */
	escape(): Promise<void>;
	/** False once the extension was updated, reloaded or removed: then nobody listens any more. */
	alive(): boolean;
}
