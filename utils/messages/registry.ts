import type * as v from "valibot";
import { frameSchemas } from "./schemas/frame";
import { pageSchemas } from "./schemas/page";
import { readerSchemas } from "./schemas/reader";

/** Who can send a message; decided from what the browser says of the sender, never from its payload. */
export type SenderKind = "page" | "frame" | "background" | "stranger";

/** A message's entry: who may send it and what it has to look like. */
export interface MessageRule {
	from: SenderKind;
	to: "background" | "reader";
	schema: v.GenericSchema;
}

function rules(
	schemas: Record<string, v.GenericSchema>,
	from: SenderKind,
	to: MessageRule["to"],
): [string, MessageRule][] {
	return Object.entries(schemas).map(([name, schema]) => [name, { from, to, schema }]);
}

/** Every message there is, by name. A test walks it. */
export const registry: ReadonlyMap<string, MessageRule> = new Map([
	...rules(pageSchemas, "page", "background"),
	...rules(frameSchemas, "frame", "background"),
	...rules(readerSchemas, "background", "reader"),
]);
