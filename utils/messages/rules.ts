import type * as v from "valibot";

/** Who can send a message; decided from what the browser says of the sender, never from its payload. */
export type SenderKind = "page" | "frame" | "background" | "stranger";

/** A message's entry: who may send it and what it has to look like. */
export interface MessageRule {
	from: SenderKind;
	schema: v.GenericSchema;
}

export type Rules = ReadonlyMap<string, MessageRule>;

/** Gives every message of `schemas` the same sender. */
export function rulesOf(schemas: Record<string, v.GenericSchema>, from: SenderKind): [string, MessageRule][] {
	return Object.entries(schemas).map(([name, schema]) => [name, { from, schema }]);
}
