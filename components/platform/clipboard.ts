/**
 * Puts plain text on the clipboard. Resolves to false when the browser refuses, so that the caller can
 * say so. Must be called while a click or key is being handled.
 */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copyThroughField(text);
	}
}

/** The clipboard API refuses when the page has no focus (a panel right after it opened). */
function copyThroughField(text: string): boolean {
	const before = document.activeElement;
	const field = document.createElement("textarea");
	field.value = text;
	field.setAttribute("aria-hidden", "true");
	field.style.cssText = "position:fixed;opacity:0;pointer-events:none";
	document.body.append(field);
	field.select();
	let done = false;
	try {
		done = document.execCommand("copy");
	} catch {
		done = false;
	}
	field.remove();
	if (before instanceof HTMLElement) before.focus();
	return done;
}
