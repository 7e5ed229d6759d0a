import { type Rules, rulesOf } from "./rules";
import { readerSchemas } from "./schemas/reader";

/** What a reader answers: the background only. Apart from the rest, to keep the script in the page small. */
export const readerRules: Rules = new Map(rulesOf(readerSchemas, "background"));
