import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Pages, servePages } from "../lib/pages";
import { marked, Session } from "../lib/session";

const TALL = "style='height:180px;width:500px'";
const note = (text: string) => `<article class='progress-note'><h3>Assessment</h3><p>${text}</p></article>`;

let session: Session;
let pages: Pages;

beforeAll(async () => {
	session = await Session.start();
	pages = await servePages(({ other }) => ({
		"/places": `<body>${note("Essential hypertension.")}
			<div id='closed'></div><div id='open'></div>
			<iframe id='srcdoc' ${TALL} srcdoc="${note("Acute gout of the left foot.")}"></iframe>
			<iframe id='sandbox' sandbox ${TALL} srcdoc="${note("Migraine without aura.")}"></iframe>
			<iframe id='same' ${TALL} src='/inner'></iframe>
			<iframe id='other' ${TALL} src='${other}/foreign'></iframe>
			<iframe id='blank' ${TALL}></iframe>
			<script>
			document.getElementById("closed").attachShadow({ mode: "closed" }).innerHTML = "${note("Psoriasis.")}";
			document.getElementById("open").attachShadow({ mode: "open" }).innerHTML = "${note("Gastroesophageal reflux disease.")}";
			document.getElementById("blank").contentDocument.body.innerHTML = "${note("Hypothyroidism.")}";
			</script></body>`,
		"/inner": `<body>${note("Chronic obstructive pulmonary disease.")}</body>`,
		"/foreign": `<body>${note("Type 2 diabetes mellitus.")}</body>`,
		"/fields": `<body><label for='a'>Assessment</label><textarea id='a' rows='8' cols='60'>Heart failure. Chronic kidney disease.</textarea>
			<div id='p' contenteditable='true' style='min-height:100px'></div></body>`,
		"/unreadable": `<body>${note("Essential hypertension.")}
			<embed type='application/pdf' src='/scan.pdf' width='400' height='300'>
			<canvas width='900' height='700'></canvas></body>`,
		"/long": `<body>${note("Essential hypertension.")}<script>
			const article = document.querySelector("article");
			for (let i = 0; i < 500; i++) {
				const p = document.createElement("p");
				p.textContent = "The patient was seen again today and feels well, sleeps well and walks every day. ".repeat(25);
				article.append(p);
			}
			</script></body>`,
		"/plain": "<body><p>Essential hypertension, seen for refills.</p></body>",
		"/word": `<body>${note("Gout")}</body>`,
		"/languages": `<body>${note("Patient mit Fieber und Husten, kein Anhalt für Pneumonie. 糖尿病。 Пневмония.")}</body>`,
	}));
});
afterAll(async () => {
	await session.close();
	await pages.close();
});

async function open(path: string, hosts?: string[]): Promise<{ page: Page; tabId: number }> {
	const page = await session.open(`${pages.origin}${path}`);
	return { page, tabId: await session.enable(page, hosts) };
}

describe("where a note can stand", () => {
	it("says which frame it could not read, and reads it once its host is enabled", async () => {
		const { page, tabId } = await open("/places", ["http://127.0.0.1/*"]);
		const view = await session.until(
			tabId,
			(each) => each.read.unreadable.length > 0,
			"the frame that is not read",
		);
		expect(view.read.unreadable).toMatchObject([{ what: pages.other, enable: "http://localhost/*" }]);
		expect(view.site.askFor).toEqual(["http://localhost/*"]);
		expect(view.suggestions.some((each) => each.code.startsWith("E11"))).toBe(false);
		await session.enable(page, ["http://127.0.0.1/*", "http://localhost/*"]);
		const after = await session.until(
			tabId,
			(each) => each.suggestions.some((s) => s.code.startsWith("E11")),
			"the note in the other host's frame",
		);
		expect(after.read.unreadable).toEqual([]);
		await page.close();
	});

	it("reads closed and open shadow roots, srcdoc, sandboxed, blank and same-origin frames", async () => {
		const { tabId, page } = await open("/places");
		const wanted = ["I10", "M10", "G43", "J44", "E11", "L40", "K21", "E03"];
		const view = await session.until(
			tabId,
			(each) => wanted.every((code) => each.suggestions.some((s) => s.code.startsWith(code))),
			`all of ${wanted.join(" ")}`,
		);
		expect(view.read.frames).toBe(6);
		const inShadow = view.suggestions.find((each) => each.code.startsWith("L40"))?.evidence[0];
		if (inShadow === undefined) throw new Error("no evidence");
		const { frameId, documentId, regionId, start, end, quote } = inShadow;
		const shown = await session.ask("tab.reveal", {
			tabId,
			encounter: view.encounter as string,
			words: { frameId, documentId, regionId, start, end },
		});
		expect(shown).toEqual({ ok: true });
		expect((await marked(page))["rdr-3"]).toEqual([quote]);
		await page.close();
	});

	it("reads and marks fields to write in, and leaves what is in them alone", async () => {
		const { page, tabId } = await open("/fields");
		await session.until(
			tabId,
			(each) => each.suggestions.some((s) => s.code.startsWith("I50")),
			"heart failure",
		);
		await page.locator("#p").click();
		await page.keyboard.type("Migraine without aura.");
		await session.until(tabId, (each) => each.suggestions.some((s) => s.code.startsWith("G43")), "migraine");
		expect(await page.locator("#p").innerHTML()).toBe("Migraine without aura.");
		await page.locator("#a").fill("Heart failure. Acute gout.");
		const view = await session.until(
			tabId,
			(each) => each.suggestions.some((s) => s.code.startsWith("M10")),
			"gout",
		);
		expect(view.suggestions.some((each) => each.code.startsWith("N18"))).toBe(false);
		const words = view.suggestions.find((each) => each.code.startsWith("M10"))?.evidence[0];
		if (words === undefined) throw new Error("no evidence");
		const { frameId, documentId, regionId, start, end } = words;
		const at = { tabId, encounter: view.encounter as string };
		const shown = await session.ask("tab.reveal", {
			...at,
			words: { frameId, documentId, regionId, start, end },
		});
		expect(shown).toEqual({ ok: true });
		// The mirror stands beside the body, the textarea is as it was.
		expect(await page.evaluate(() => document.documentElement.children.length)).toBeGreaterThan(2);
		expect(await page.locator("#a").inputValue()).toBe("Heart failure. Acute gout.");
		await page.screenshot({ path: ".cache/mirror.png" }).catch(() => undefined);
		await page.close();
	});

	it("names what no extension can read", async () => {
		const { tabId, page } = await open("/unreadable");
		const view = await session.settled(tabId);
		expect(view.read.unreadable.map((each) => each.what).sort()).toEqual(["Canvas", "PDF"]);
		await page.close();
	});

	it("takes a note of one word and one in other languages for what they are", async () => {
		const one = await open("/word");
		const view = await session.settled(one.tabId);
		expect(view.read.words).toBe(2);
		expect(view.suggestions.some((each) => each.code.startsWith("M10"))).toBe(true);
		await one.page.close();
		const other = await open("/languages");
		expect((await session.settled(other.tabId)).status).toBe("ready");
		await other.page.close();
	});

	it("takes a note of 1 MB, and answers a search while it is being read", async () => {
		const { page, tabId } = await open("/long");
		await session.until(tabId, (each) => each.read.words > 100_000, "all of the words", 60);
		const found = await session.ask("search.query", { text: "hypertension" });
		expect(found.results.map((each) => each.code)).toContain("I10");
		const view = await session.until(
			tabId,
			(each) => each.status === "ready" && !each.analysing,
			"its end",
			90,
		);
		expect(view.suggestions.some((each) => each.code === "I10")).toBe(true);
		await page.close();
	}, 180_000);

	it("reads a page without any sign of a note only when a person asks for it", async () => {
		const { page, tabId } = await open("/plain");
		const before = await session.until(tabId, (each) => each.status === "ready", "the page");
		expect(before.read.regions).toBe(0);
		expect(await session.ask("tab.read-once", { tabId })).toEqual({ ok: true });
		await session.until(tabId, (each) => each.suggestions.some((one) => one.code === "I10"), "its words");
		await page.reload();
		const after = await session.until(tabId, (each) => each.status === "ready", "the page again");
		expect(after.read.regions).toBe(0);
		await page.close();
	});

	it("follows a frame that comes and goes", async () => {
		const { page, tabId } = await open("/fields");
		await session.settled(tabId);
		await page.evaluate(() => {
			const frame = document.createElement("iframe");
			Object.assign(frame, { id: "late", src: "/inner" });
			frame.style.height = "200px";
			document.body.append(frame);
		});
		const with_ = await session.until(
			tabId,
			(each) => each.suggestions.some((s) => s.code.startsWith("J44")),
			"the new frame",
		);
		const suggestion = with_.suggestions.find((each) => each.code.startsWith("J44"));
		await page.evaluate(() => document.getElementById("late")?.remove());
		const outcome = await session.ask("suggestion.accept", {
			tabId,
			encounter: with_.encounter as string,
			id: suggestion?.id ?? "",
		});
		expect(outcome).toMatchObject({ ok: false, reason: "document-gone" });
		await session.until(tabId, (each) => !each.suggestions.some((s) => s.code.startsWith("J44")), "its end");
		await page.close();
	});
});
