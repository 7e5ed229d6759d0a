import * as v from "valibot";
import type { FrameRequests } from "../requests";
import { block, MAX_TEXT, nothing, offset, origin, region, shortText } from "./shared";

const manyRegions = v.pipe(v.array(region), v.maxLength(200));

/** Where a frame stands and whose chart it shows; `banner` is a hash, never the banner's words. */
const surroundings = v.strictObject({
	frames: v.pipe(
		v.array(
			v.strictObject({
				origin,
				why: v.exactOptional(v.picklist(["cross-origin", "sandboxed", "pdf", "canvas"])),
			}),
		),
		v.maxLength(200),
	),
	banner: v.nullable(shortText),
	address: v.pipe(v.string(), v.maxLength(4_000)),
});

/** What each request of a reader has to look like. */
export const frameSchemas: {
	[Name in keyof FrameRequests]: v.GenericSchema<unknown, FrameRequests[Name]["request"]>;
} = {
	"frame.hello": v.strictObject({ top: v.boolean(), origin }),
	"frame.note": v.strictObject({ regions: manyRegions }),
	"frame.edit": v.strictObject({
		regionId: shortText,
		base: offset,
		revision: offset,
		start: offset,
		end: offset,
		insert: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
		blocks: v.array(block),
	}),
	"frame.gone": v.strictObject({ regionIds: v.pipe(v.array(shortText), v.maxLength(200)) }),
	"frame.surroundings": surroundings,
	"frame.card": v.strictObject({ id: offset }),
	"frame.card-action": v.strictObject({ id: offset, action: v.picklist(["dismiss", "panel"]) }),
	"frame.escape": nothing,
	"frame.bye": nothing,
	"frame.activity": nothing,
};
