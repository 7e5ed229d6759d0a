/** Path and query of a document; the fragment, too, where a single-page app keeps its route in it. */
export function addressOf(location: Pick<Location, "pathname" | "search" | "hash">): string {
	const route = /^#!?\//.test(location.hash) ? location.hash : "";
	return `${location.pathname}${location.search}${route}`;
}
