import type { Block } from "../../text/note-text";
import { labelOf } from "../find/editable";
import type { RegionText } from "../port";
import { type CollectOptions, collect } from "../text/collect";
import { editBetween, type TextEdit } from "../text/edit";
import { TextMap } from "../text/text-map";

/** Edits kept to carry older marks over; a mark that is older than that is dropped. */
const HISTORY = 20;

/** One note of the page: where it stands, what was last read of it, and the map back. */
export class Region {
	revision = 0;
	text = "";
	blocks: Block[] = [];
	map = new TextMap([]);
	/** The last edits, oldest first; `revision` is the one after the edit. */
	readonly edits: (TextEdit & { revision: number })[] = [];

	constructor(
		readonly id: string,
		readonly element: Element,
		readonly editable: boolean,
	) {}

	get isTextarea(): boolean {
		return this.element.localName === "textarea";
	}

	/**
	 * Reads the element again. Returns the edit since the last reading, or null when the words are the same
	 * (the map is new all the same: the page may have put other nodes in their place).
	 */
	*read(options: CollectOptions): Generator<void, TextEdit | null> {
		const label = this.editable ? labelOf(this.element) : null;
		const named = label === null ? {} : { label };
		const before = this.text;
		if (this.isTextarea) {
			this.text = (this.element as HTMLTextAreaElement).value.replaceAll("\u00A0", " ");
			this.blocks = this.text === "" ? [] : [{ kind: "field", start: 0, end: this.text.length, ...named }];
		} else {
			const collected = yield* collect(this.element, options);
			this.text = collected.text;
			this.map = collected.map;
			this.blocks = collected.blocks.map((block, index) => (index === 0 ? { ...block, ...named } : block));
		}
		const edit = editBetween(before, this.text);
		if (edit === null && this.revision > 0) return null;
		this.revision++;
		if (edit !== null) this.edits.push({ ...edit, revision: this.revision });
		if (this.edits.length > HISTORY) this.edits.shift();
		return edit ?? { start: 0, end: 0, insert: "" };
	}

	/** The edits that lead from `revision` to now; null when they are no longer known. */
	editsSince(revision: number): TextEdit[] | null {
		if (revision > this.revision) return null;
		const since = this.edits.filter((edit) => edit.revision > revision);
		return since.length === this.revision - revision ? since : null;
	}

	/** Everything, to be handed out. */
	snapshot(): RegionText {
		const { id, revision, text, blocks, editable } = this;
		return { regionId: id, revision, text, blocks, editable };
	}
}
