import type { Frame, Page } from "playwright-core";

interface DomNode {
	nodeName: string;
	nodeValue?: string;
	shadowRootType?: string;
	children?: DomNode[];
	shadowRoots?: DomNode[];
	contentDocument?: DomNode;
}

/**
 * Text inside the closed shadow roots that stand right below the document element: what our card says. Read
 * through the debugger; a page cannot.
 */
export async function cardText(page: Page, frame: Frame | Page = page): Promise<string> {
	const cdp = await page.context().newCDPSession(frame as Page);
	try {
		const { root } = (await cdp.send("DOM.getDocument", { depth: -1, pierce: true })) as { root: DomNode };
		const html = root.children?.find((node) => node.nodeName === "HTML");
		const own = (html?.children ?? []).filter((node) => !["HEAD", "BODY"].includes(node.nodeName));
		return own
			.flatMap((node) => node.shadowRoots ?? [])
			.map(textOf)
			.join(" ")
			.replace(/\s+/g, " ")
			.trim();
	} finally {
		await cdp.detach();
	}
}

function textOf(node: DomNode): string {
	const own = node.nodeName === "#text" ? `${node.nodeValue ?? ""} ` : "";
	return own + (node.children ?? []).map(textOf).join("");
}
