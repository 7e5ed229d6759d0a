/** A link of a listing page. */
export interface ListedLink {
	url: string;
	/** Last part of the path, decoded: a folder's or file's name. */
	name: string;
	/** Words between the tags. */
	text: string;
}

const ANCHOR = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>([\s\S]{0,2000}?)<\/a>/gi;
const MAX_LINKS = 5_000;

/**
 * Links of a directory listing or page, resolved against its address. Only links to the same origin are
 * kept, so that a listing cannot send a download elsewhere.
 */
export function linksIn(html: string, base: string): ListedLink[] {
	const origin = new URL(base).origin;
	const found: ListedLink[] = [];
	for (const match of html.matchAll(ANCHOR)) {
		if (found.length >= MAX_LINKS) break;
		const href = (match[1] ?? match[2] ?? match[3] ?? "").replaceAll("&amp;", "&").trim();
		if (!URL.canParse(href, base)) continue;
		const url = new URL(href, base);
		if (url.origin !== origin) continue;
		url.hash = "";
		const name = decode(url.pathname.replace(/\/$/, "").split("/").at(-1) ?? "");
		const text = (match[4] ?? "")
			.replace(/<[^>]*>/g, " ")
			.replace(/\s+/g, " ")
			.trim();
		found.push({ url: url.href, name, text });
	}
	return found;
}

function decode(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
