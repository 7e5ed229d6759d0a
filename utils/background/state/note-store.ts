import type { FrameRegion, FrameRequests } from "../../messages/requests";
import type { Block } from "../../text/note-text";

export interface RegionState extends FrameRegion {
	/** Read before the patient changed, and unchanged since: not used until it changes. */
	held: boolean;
}

/** One edit of a region, as a reader sends it. */
export type RegionEdit = FrameRequests["frame.edit"]["request"];

/**
 * Carries out an edit. False when it does not follow what is here ("send all"), so a lost or doubled message
 * can never leave a text that is in no page.
 */
export function applyRegionEdit(regions: Map<string, RegionState>, edit: RegionEdit): boolean {
	const region = regions.get(edit.regionId);
	if (region === undefined || region.revision !== edit.base || edit.revision <= edit.base) return false;
	if (edit.end < edit.start || edit.end > region.text.length) return false;
	const text = region.text.slice(0, edit.start) + edit.insert + region.text.slice(edit.end);
	if (!blocksFit(edit.blocks, text.length)) return false;
	regions.set(edit.regionId, { ...region, text, blocks: edit.blocks, revision: edit.revision, held: false });
	return true;
}

/** Takes whole regions over. A text that is word for word a held one stays held. */
export function takeRegions(
	regions: Map<string, RegionState>,
	incoming: readonly FrameRegion[],
	heldTexts: ReadonlySet<string>,
): void {
	for (const region of incoming) {
		const blocks = blocksFit(region.blocks, region.text.length) ? region.blocks : [];
		regions.set(region.regionId, { ...region, blocks, held: heldTexts.has(region.text) });
	}
}

/** Blocks lie in the text, in order, without overlap. */
function blocksFit(blocks: readonly Block[], length: number): boolean {
	let at = 0;
	for (const block of blocks) {
		if (block.start < at || block.end < block.start || block.end > length) return false;
		at = block.end;
	}
	return true;
}
