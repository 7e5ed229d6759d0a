import * as v from "valibot";
import { CODE_SYSTEMS } from "../../codesets/types";

/** Longest query that is looked at; the rest of a longer one is an error of the sender, not a crash. */
export const MAX_QUERY = 5_000;
/** A region's text: 4 million code units is far more than any note and still no danger to memory. */
export const MAX_TEXT = 4_000_000;

export const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
export const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Opaque ids and codes: short, so that a malformed one cannot carry a note. */
export const shortText = v.pipe(v.string(), v.maxLength(200));
export const day = v.pipe(v.string(), v.isoDate());
export const system = v.picklist(CODE_SYSTEMS);
export const setting = v.picklist(["outpatient", "inpatient"]);
export const noteKind = v.picklist([
	"office",
	"ed",
	"procedure",
	"imaging",
	"pathology",
	"discharge",
	"consult",
]);
export const depth = v.picklist(["core", "managed", "all"]);
export const origin = v.pipe(v.string(), v.maxLength(500));
export const nothing = v.strictObject({});

export const block = v.strictObject({
	kind: v.picklist(["heading", "paragraph", "list-item", "table-cell", "field"]),
	start: offset,
	end: offset,
	level: v.exactOptional(v.number()),
	label: v.exactOptional(shortText),
});

export const region = v.strictObject({
	regionId: shortText,
	revision: offset,
	text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
	blocks: v.array(block),
	editable: v.boolean(),
});
