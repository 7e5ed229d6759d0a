import * as v from "valibot";
import type { ReaderRequests } from "../requests";
import { nothing, offset, shortText } from "./shared";

const mark = v.strictObject({
	id: offset,
	regionId: shortText,
	start: offset,
	end: offset,
	style: v.picklist(["solid", "dotted", "evidence"]),
});

/** What each request to a reader has to look like. A mark has no room for a code or a reason. */
export const readerSchemas: {
	[Name in keyof ReaderRequests]: v.GenericSchema<unknown, ReaderRequests[Name]["request"]>;
} = {
	"reader.send-all": nothing,
	"reader.check": nothing,
	"reader.marks": v.strictObject({
		marks: v.pipe(v.array(mark), v.maxLength(2_000)),
		revisions: v.record(shortText, offset),
	}),
	"reader.reveal": v.strictObject({
		regionId: shortText,
		start: offset,
		end: offset,
		quote: v.pipe(v.string(), v.maxLength(20_000)),
	}),
	"reader.close-card": nothing,
	"reader.stop": nothing,
};
