/**
 * Runs in the page's own world before any of its scripts: writes down everything a page could learn of an
 * extension by watching. Self-contained: it is handed to the browser as text.
 */
export function record(): void {
	const seen: string[] = [];
	Object.assign(globalThis, { seenByPage: seen });
	const note = (kind: string, what: unknown) => {
		let text = "";
		try {
			text = typeof what === "string" ? what : JSON.stringify(what);
		} catch {
			text = String(what);
		}
		seen.push(`${kind}: ${text}`);
	};
	addEventListener("message", (event) => note("message", event.data), true);
	const dispatch = EventTarget.prototype.dispatchEvent;
	EventTarget.prototype.dispatchEvent = function (event: Event) {
		note("dispatch", event.type);
		return dispatch.call(this, event);
	};
	for (const type of [
		"copy",
		"cut",
		"beforeinput",
		"input",
		"selectionchange",
		"focusin",
		"securitypolicyviolation",
	]) {
		addEventListener(
			type,
			(event) => note("event", `${type} ${(event.target as Element)?.localName ?? ""}`),
			true,
		);
	}
	for (const level of ["log", "info", "warn", "error", "debug"] as const) {
		const own = console[level];
		console[level] = (...parts: unknown[]) => {
			note("console", parts.map(String).join(" "));
			own(...parts);
		};
	}
	new MutationObserver((records) => {
		for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
			const nodes = [...addedNodes, ...removedNodes].map(
				(node) => (node as Element).outerHTML ?? node.textContent,
			);
			note("mutation", `${type} ${(target as Element).localName} ${attributeName ?? ""} ${nodes.join("")}`);
		}
	}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) note("performance", `${entry.entryType} ${entry.name}`);
	}).observe({ entryTypes: ["resource", "mark", "measure"] });
	const attach = Element.prototype.attachShadow;
	Element.prototype.attachShadow = function (init: ShadowRootInit) {
		note("shadow", this.localName);
		return attach.call(this, init);
	};
}

/** What the page can find by looking: highlights, sheets, globals, elements beside the body. */
export function look(): string[] {
	const found: string[] = [];
	for (const [name, highlight] of CSS.highlights.entries()) {
		for (const range of highlight)
			found.push(`highlight ${name}: ${(range as Range).startContainer.getRootNode().nodeName}`);
	}
	for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
		found.push(`sheet ${sheet.href ?? ""} ${[...sheet.cssRules].map((rule) => rule.cssText).join("")}`);
	}
	for (const name of Object.getOwnPropertyNames(globalThis)) {
		if (/chartside|wxt/i.test(name)) found.push(`global ${name}`);
	}
	for (const element of document.documentElement.children) {
		if (!["head", "body"].includes(element.localName)) {
			found.push(`element ${element.outerHTML} ${element.shadowRoot === null ? "closed" : "open"}`);
		}
	}
	return found;
}
