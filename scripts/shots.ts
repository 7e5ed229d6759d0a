import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContextOptions, chromium } from "playwright-core";
import { serveGallery } from "../test/e2e/ui/gallery-server";
import { SCENES } from "../test/e2e/ui/scenes";
import { findChromium } from "./lib/browser";

/** `npm run shots [WORD]`: pictures of the pages in every state, in every look, to be looked at. */
const LOOKS: [string, BrowserContextOptions][] = [
	["light-400", { colorScheme: "light", viewport: { width: 400, height: 860 } }],
	["dark-400", { colorScheme: "dark", viewport: { width: 400, height: 860 } }],
	["light-320", { colorScheme: "light", viewport: { width: 320, height: 700 } }],
	["dark-320", { colorScheme: "dark", viewport: { width: 320, height: 700 } }],
	["forced-360", { colorScheme: "dark", forcedColors: "active", viewport: { width: 360, height: 860 } }],
	["wide", { colorScheme: "light", viewport: { width: 1000, height: 860 } }],
];
const FOLDER = ".output/shots";

const only = process.argv[2] ?? "";
const { address, server } = await serveGallery();
const browser = await chromium.launch({
	executablePath: await findChromium(console.log),
	args: ["--no-sandbox", "--disable-gpu"],
});
mkdirSync(FOLDER, { recursive: true });
let taken = 0;
for (const [name, scene] of Object.entries(SCENES).filter(([name]) => name.includes(only))) {
	for (const [look, options] of LOOKS) {
		const context = await browser.newContext(options);
		const page = await context.newPage();
		await page.goto(`${address}?${scene.query}`);
		await scene.act(page);
		await page.waitForTimeout(350);
		const file = `${name.replace(/\W+/g, "-")}-${look}.png`;
		await page.screenshot({ path: join(FOLDER, file), fullPage: scene.query.includes("options") });
		await context.close();
		taken++;
	}
}
await browser.close();
server.close();
console.log(`${taken} pictures in ${FOLDER}`);
