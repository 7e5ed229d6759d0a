import { browser } from "wxt/browser";

/**
 * Asks the browser for these match patterns ("https://ehr.example/*"). Has to be called directly in the
 * click handler, with no await before it: the browser only asks while it handles a person's input.
 */
export function requestOrigins(patterns: readonly string[]): Promise<boolean> {
	return browser.permissions.request({ origins: [...new Set(patterns)] });
}
