import { browser } from "wxt/browser";

/**
 * The match pattern for an origin ("https://ehr.example:8443" -> "https://ehr.example/*").
 * Match patterns have no port: the browser grants the host on all its ports.
 */
export function originPattern(origin: string): string {
	const url = new URL(origin);
	return `${url.protocol}//${url.hostname}/*`;
}

/**
 * Asks the browser for these origins. Has to be called directly in the click handler, with no await
 * before it: the browser only asks while it handles a person's input.
 */
export function requestOrigins(origins: readonly string[]): Promise<boolean> {
	const patterns = [...new Set(origins.map(originPattern))];
	return browser.permissions.request({ origins: patterns });
}
