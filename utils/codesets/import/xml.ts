import { SaxesParser } from "saxes";
import { ImportError } from "./import-error";
import type { Steps } from "./progress";

/** What a reader of one of the XML files wants to be told. Attribute values and texts are raw. */
export interface XmlHandlers {
	open(name: string, attributes: Record<string, string>): void;
	text(text: string): void;
	close(name: string): void;
}

const CHUNK = 65_536;
const MAX_DEPTH = 64;

/**
 * Feeds an XML text to handlers, a chunk at a time. Entities beyond the five of XML are refused by
 * the parser and external ones never fetched.
 *
 * @throws ImportError `bad-xml` with the line.
 */
export function* readXml(file: string, text: string, handlers: XmlHandlers): Steps<void> {
	const parser = new SaxesParser({ xmlns: false, position: true });
	let depth = 0;
	parser.on("error", (error) => {
		throw new ImportError("bad-xml", file, error.message.replace(/^\d+:\d+:\s*/, ""), parser.line);
	});
	parser.on("opentag", (tag) => {
		if (++depth > MAX_DEPTH) {
			throw new ImportError("bad-xml", file, "elements are nested too deeply", parser.line);
		}
		handlers.open(tag.name, tag.attributes as Record<string, string>);
	});
	parser.on("text", (part) => handlers.text(part));
	parser.on("cdata", (part) => handlers.text(part));
	parser.on("closetag", (tag) => {
		depth--;
		handlers.close(tag.name);
	});
	for (let at = 0; at < text.length; at += CHUNK) {
		parser.write(text.slice(at, at + CHUNK));
		yield {
			stage: "read",
			name: file,
			done: Math.min(at + CHUNK, text.length),
			total: text.length,
			unit: "bytes",
		};
	}
	parser.close();
}

/** Runs of blanks and line breaks as one blank, none at the ends. */
export const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();
