import { writeFileSync } from "node:fs";
import type { BrowserContext } from "playwright-core";

/**
 * Composes screenshots of the chart and of the real side panel into one picture, as they stand beside each
 * other in the window: headless Chromium cannot take a picture of the whole window.
 */
export async function sideBySide(
	context: BrowserContext,
	pictures: readonly Buffer[],
	file: string,
): Promise<void> {
	const page = await context.newPage();
	const images = pictures
		.map((picture) => `<img src="data:image/png;base64,${picture.toString("base64")}">`)
		.join("");
	await page.setContent(
		`<style>body{margin:0;display:flex;align-items:flex-start;background:#888;width:max-content}img{display:block;border-right:1px solid #888}</style>${images}`,
	);
	await page.waitForFunction(() => [...document.images].every((image) => image.complete));
	writeFileSync(file, await page.locator("body").screenshot());
	await page.close();
}
