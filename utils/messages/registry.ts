import { readerRules } from "./reader-rules";
import { type Rules, rulesOf } from "./rules";
import { frameSchemas } from "./schemas/frame";
import { pageSchemas } from "./schemas/page";

/** What the background answers: extension pages and readers. */
export const backgroundRules: Rules = new Map([
	...rulesOf(pageSchemas, "page"),
	...rulesOf(frameSchemas, "frame"),
]);

/** Every message there is, by the side that answers it. A test walks it. */
export const registry = { background: backgroundRules, reader: readerRules } as const;
