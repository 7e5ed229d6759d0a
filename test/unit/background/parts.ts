import { Tab } from "../../../utils/background/state/tab";
import type { FrameRegion } from "../../../utils/messages/requests";

/** A tab with a top frame in it, and a second one of another host. */
export function tabWith(texts: { top?: string; other?: string } = {}): Tab {
	const tab = new Tab(7);
	for (const [frameId, text] of [
		[0, texts.top],
		[5, texts.other],
	] as const) {
		if (text === undefined) continue;
		tab.frames.set(frameId, {
			tabId: 7,
			frameId,
			doc: `doc${frameId}`,
			top: frameId === 0,
			origin: frameId === 0 ? "https://ehr.example" : "https://docs.example",
			surroundings: { frames: [], banner: frameId === 0 ? "b1" : null, address: "/chart/1" },
			regions: new Map([["r1", { ...region("r1", text), held: false }]]),
		});
	}
	tab.rejoin();
	return tab;
}

export function region(regionId: string, text: string, revision = 1, label?: string): FrameRegion {
	const named = label === undefined ? {} : { label };
	const blocks = text === "" ? [] : [{ kind: "field" as const, start: 0, end: text.length, ...named }];
	return { regionId, revision, text, blocks, editable: false };
}
