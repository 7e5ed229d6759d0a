import type { Server } from "node:http";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe";
import { serveGallery } from "./gallery-server";
import { SCENES, search } from "./scenes";

/** The pages drawn in every state by a real browser, without an extension behind them. */
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
	({ address, server } = await serveGallery());
	browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu"],
	});
});

afterAll(async () => {
	await browser?.close();
	server?.close();
});

async function open(query: string, options: BrowserContextOptions, act: (page: Page) => Promise<void>) {
	const context = await browser.newContext({ viewport: { width: 360, height: 800 }, ...options });
	const problems: string[] = [];
	try {
		const page = await context.newPage();
		page.on("pageerror", (error) => problems.push(error.message));
		page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
		await page.goto(`${address}?${query}`);
		await page.locator("h1").first().waitFor({ state: "attached" });
		await act(page);
	} finally {
		await context.close();
	}
	expect(problems.join("\n")).toBe("");
}

/** Elements on screen that reach over the right edge. */
function widerThan(page: Page, width: number): Promise<string[]> {
	return page.evaluate(
		(edge) =>
			[...document.querySelectorAll<HTMLElement>("body, body *")]
				.filter(
					(element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen"),
				)
				.filter((element) => element.getBoundingClientRect().right > edge + 1)
				.map((element) => `${element.tagName} ${element.className}`),
		width,
	);
}

/** After the last entry animation, so that contrast is measured on what stays. */
const settled = (page: Page) => page.waitForTimeout(320);

describe("axe in light and dark, nothing wider than 320 px", () => {
	it.each(Object.keys(SCENES))("%s", async (name) => {
		const scene = SCENES[name]!;
		await open(scene.query, { colorScheme: "light" }, async (page) => {
			await scene.act(page);
			await settled(page);
			expect(await violations(page)).toBe("");
			await page.emulateMedia({ colorScheme: "dark" });
			await settled(page);
			expect(await violations(page)).toBe("");
			await page.setViewportSize({ width: 320, height: 700 });
			expect(await widerThan(page, 320)).toEqual([]);
		});
	});
});

describe("nothing cut at 320 px", () => {
	const NARROW = { viewport: { width: 320, height: 700 } };

	it("shows a key hint whole or not at all", async () => {
		await open("page=panel&state=ready", NARROW, async (page) => {
			await search(page);
			const cut = await page.locator(".panel-hints").evaluate((bar) => {
				const box = bar.getBoundingClientRect();
				return [...bar.children]
					.filter((hint) => hint.getBoundingClientRect().top < box.bottom)
					.filter((hint) => hint.getBoundingClientRect().right > box.right + 1)
					.map((hint) => hint.textContent);
			});
			expect(cut).toEqual([]);
		});
	});

	it.each([320, 360, 400])(
		"shows a closed suggestion's title on two lines at %i px, with its end",
		async (width) => {
			await open("page=panel&state=ready", { viewport: { width, height: 800 } }, async (page) => {
				const titles = page.locator(".suggestion-title");
				expect(await titles.count()).toBeGreaterThan(4);
				const lines = await titles.evaluateAll((all) =>
					all.map((title) => title.getBoundingClientRect().height / 18),
				);
				for (const each of lines) expect(each).toBeLessThanOrEqual(2.05);
				const fracture = await titles.first().evaluate((title) => {
					const [box, text] = [title.getBoundingClientRect(), document.createRange()];
					text.selectNodeContents(title.querySelector("[aria-hidden]") ?? title);
					return {
						cut: text.getBoundingClientRect().bottom > box.bottom + 1,
						words: text.toString(),
					};
				});
				expect(fracture.cut).toBe(false);
				expect(fracture.words).toMatch(
					/^Unspecified fracture of the lower end.*initial encounter for closed fracture/,
				);
			});
		},
	);

	it("never cuts the section or the status off the words that support a code", async () => {
		await open("page=panel&state=ready", NARROW, async (page) => {
			await page.getByRole("button", { name: /Uncertain or not current/ }).click();
			const cut = await page.locator(".quote-lines").evaluateAll((lines) =>
				lines.flatMap((line) => {
					const box = line.getBoundingClientRect();
					return [...line.querySelectorAll(".quote-section, .quote-status")]
						.filter((part) => part.getBoundingClientRect().bottom > box.bottom + 1)
						.map((part) => part.textContent);
				}),
			);
			expect(await page.locator(".quote-lines .quote-section").count()).toBeGreaterThan(3);
			expect(cut).toEqual([]);
		});
	});

	it("names the system of every code found that is not a diagnosis", async () => {
		await open("page=panel&state=ready", NARROW, async (page) => {
			await search(page);
			const row = page.getByRole("row", { name: /G0108/ });
			const [outer, tag] = [
				await row.boundingBox(),
				await row.getByText("HCPCS", { exact: true }).boundingBox(),
			];
			expect(tag!.y + tag!.height).toBeLessThanOrEqual(outer!.y + outer!.height);
			const shown = await row.getByText("HCPCS", { exact: true }).evaluate((element) => {
				const { left, top } = element.getBoundingClientRect();
				return document.elementFromPoint(left + 4, top + 4) === element;
			});
			expect(shown).toBe(true);
		});
	});

	it("keeps the button that opens a suggestion inside the focus ring of its row", async () => {
		await open("page=panel&state=ready", NARROW, async (page) => {
			const row = page.locator(".row", { has: page.locator(".suggestion-open") }).first();
			const [outer, button] = [await row.boundingBox(), await row.locator(".suggestion-open").boundingBox()];
			expect(button!.x + button!.width).toBeLessThanOrEqual(outer!.x + outer!.width - 2);
		});
	});
});

describe("keys and focus", () => {
	it("keeps the place in the list while a search covers it", async () => {
		await open("page=panel&state=many", {}, async (page) => {
			const scroll = page.locator(".view:not([data-inert])");
			await scroll.evaluate((element) => {
				element.scrollTop = 3000;
			});
			await page.waitForTimeout(100);
			const before = await scroll.evaluate((element) => element.scrollTop);
			expect(before).toBeGreaterThan(2500);
			await search(page);
			await page.keyboard.press("Escape");
			expect(await scroll.evaluate((element) => element.scrollTop)).toBe(before);
			await page.keyboard.press("Escape");
			expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("row");
		});
	});

	it("draws only what is in view of a long list, and reaches its end by key", async () => {
		await open("page=panel&state=many", {}, async (page) => {
			const rows = page.locator(".row");
			expect(await rows.count()).toBeLessThan(60);
			await rows.first().focus();
			await page.keyboard.press("End");
			const last = page.locator("[data-key='many-249']");
			await last.waitFor();
			expect(await last.evaluate((element) => element === document.activeElement)).toBe(true);
			expect(await rows.count()).toBeLessThan(60);
			await page.keyboard.press("k");
			expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.key)).toBe("many-248");
		});
	});

	it("orders the worksheet by key and by mouse, the focus staying on the row", async () => {
		await open("page=panel&state=ready", {}, async (page) => {
			await page.getByRole("tab", { name: /Worksheet/ }).click();
			const codes = () => page.locator(".sheet-code").allTextContents();
			await page.getByRole("row", { name: /J45\.909/ }).focus();
			await page.keyboard.press("Alt+ArrowUp");
			await expect.poll(codes).toEqual(["E11.22", "J45.909", "I12.9"]);
			expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("J45.909");
			await page
				.locator(".sheet-row")
				.nth(2)
				.dragTo(page.locator(".sheet-row").nth(0), {
					targetPosition: { x: 100, y: 2 },
				});
			await expect.poll(codes).toEqual(["I12.9", "E11.22", "J45.909"]);
		});
	});

	it("works through a chart with keys alone", async () => {
		await open("page=panel&state=ready", {}, async (page) => {
			const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.key ?? "");
			await page.locator("[data-key='s-S52.509A']").focus();
			await page.keyboard.press("Enter");
			await page.locator("[data-key='s-S52.509A'] .status-good").waitFor();
			expect(await focused()).toBe("s-S52.509A");
			await page.keyboard.press("j");
			await page.keyboard.press("j");
			expect(await focused()).toBe("s-N18.9");
			await page.keyboard.press("x");
			await page.locator("[data-key='s-N18.9'][data-state=rejected]").waitFor();
			expect(await focused()).toBe("s-N18.9");
			await page.keyboard.press("n");
			await expect.poll(focused).toBe("f1");
			await page.keyboard.press("n");
			await expect.poll(focused).toBe("f2");
			await page.keyboard.press("x");
			await expect.poll(focused).toBe("f3");
			await page.keyboard.press("3");
			await expect
				.poll(() => page.evaluate(() => document.activeElement?.textContent ?? ""))
				.toContain("E11.22");
			await page.keyboard.press("/");
			expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("combobox");
		});
	});
});
