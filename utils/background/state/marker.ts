import { sendToFrame } from "../../messages/frame-client";
import type { Mark } from "../../messages/requests";
import type { Preferences } from "../../messages/view";
import { findingViews } from "../view/findings";
import { markId } from "../view/ids";
import type { Tab } from "./tab";

/** Sends every frame the places to mark and nothing else: numbers, offsets, one of two looks. */
export async function sendMarks(
	tab: Tab,
	preferences: Preferences,
	quiet: ReadonlySet<string> = new Set(),
): Promise<void> {
	const analysed = tab.analysed;
	const findings =
		analysed === null || !preferences.marksInPage
			? []
			: findingViews(tab, analysed, preferences).filter((view) => !quiet.has(view.rule));
	const sends = [...tab.frames.values()].map((frame) => {
		const own = findings.filter(({ where }) => where.documentId === frame.doc);
		const marks = own.map(
			({ id, level, where }): Mark => ({
				id: markId(id),
				regionId: where.regionId,
				start: where.start,
				end: where.end,
				style: level === "changes-code" ? "solid" : "dotted",
			}),
		);
		const read: Record<string, number> = {};
		for (const part of analysed?.joined.parts ?? []) {
			if (part.documentId === frame.doc) read[part.regionId] = part.revision;
		}
		return sendToFrame(frame, "reader.marks", { marks, revisions: read }).catch(() => undefined);
	});
	await Promise.all(sends);
}
