import { describe, expect, it, vi } from "vitest";

vi.mock("wxt/browser", () => ({ browser: {} }));

import { envelope, isReply } from "../../../utils/messages/envelope";
import { MessageError } from "../../../utils/messages/errors";
import { registry } from "../../../utils/messages/registry";
import { answer } from "../../../utils/messages/router";
import { frameSchemas } from "../../../utils/messages/schemas/frame";
import { pageSchemas } from "../../../utils/messages/schemas/page";
import { readerSchemas } from "../../../utils/messages/schemas/reader";
import { type Sender, senderKind } from "../../../utils/messages/senders";

const self = { id: "ours", origin: "chrome-extension://ours" };
const page: Sender = { id: "ours", url: "chrome-extension://ours/sidepanel.html" };
const pageInTab: Sender = { ...page, tab: { id: 3 }, frameId: 0 };
const frame: Sender = { id: "ours", url: "https://ehr.example/chart", frameId: 0, tab: { id: 7 } };
const background: Sender = { id: "ours", url: "chrome-extension://ours/background.js" };
const strangers: Sender[] = [
	{ id: "other", url: "chrome-extension://other/a.html" },
	{ url: "https://ehr.example" },
	{},
];
const senders = { page, frame, background };

const all = (["background", "reader"] as const).flatMap((to) =>
	[...registry[to]].map(([name, rule]) => [to, name, rule] as const),
);

describe("senders", () => {
	it("are told by what the browser says of them", () => {
		const kind = (sender: Sender) => senderKind(sender, self.id, self.origin);
		expect([page, pageInTab, frame, background].map(kind)).toEqual(["page", "page", "frame", "background"]);
		expect(kind({ id: "ours" })).toBe("background");
		expect(kind({ id: "ours", url: "moz-extension://x/_generated_background_page.html" })).toBe("stranger");
		expect(strangers.map(kind)).toEqual(["stranger", "stranger", "stranger"]);
		// A page that only looks like ours.
		expect(
			kind({ id: "ours", url: "chrome-extension://ours.evil.example/a", tab: { id: 1 }, frameId: 0 }),
		).toBe("frame");
	});
});

describe("the registry", () => {
	it("knows every message once", () => {
		const names = [pageSchemas, frameSchemas, readerSchemas].flatMap((schemas) => Object.keys(schemas));
		expect(new Set(names).size).toBe(names.length);
		expect(all.map(([, name]) => name).sort()).toEqual(names.sort());
		expect(names.length).toBeGreaterThan(40);
	});

	it("refuses every message from every wrong sender, by name, before the handler is asked", async () => {
		for (const [to, name, rule] of all) {
			const handler = vi.fn();
			const wrong = [
				...Object.entries(senders)
					.filter(([kind]) => kind !== rule.from)
					.map(([, sender]) => sender),
				...strangers,
			];
			for (const sender of wrong) {
				const reply = await answer(
					to,
					registry[to],
					envelope(to, name, {}),
					sender,
					{ [name]: handler },
					self,
				);
				expect(reply, name).toMatchObject({ ok: false, failure: "wrong-sender" });
			}
			expect(handler, name).not.toHaveBeenCalled();
		}
	});

	it("refuses every message of a wrong shape, by name, without repeating what was in it", async () => {
		const canary = "Quillby";
		const shapes: unknown[] = [
			null,
			7,
			canary,
			[canary],
			{ unexpected: canary },
			{ tabId: canary },
			{ tabId: -1 },
		];
		for (const [to, name, rule] of all) {
			const handler = vi.fn();
			const sender = senders[rule.from as keyof typeof senders];
			for (const payload of shapes) {
				const reply = await answer(
					to,
					registry[to],
					envelope(to, name, payload),
					sender,
					{ [name]: handler },
					self,
				);
				// All fields of a change of preferences are optional, but none is unknown.
				expect(reply, `${name} ${JSON.stringify(payload)}`).toMatchObject({
					ok: false,
					failure: "wrong-shape",
				});
				expect(JSON.stringify(reply)).not.toContain(canary);
			}
			expect(handler, name).not.toHaveBeenCalled();
		}
	});
});

describe("answers", () => {
	const wake = envelope("background", "engine.wake", {});

	it("carry the handler's value", async () => {
		const reply = await answer(
			"background",
			registry.background,
			wake,
			page,
			{ "engine.wake": () => ({ ready: true }) },
			self,
		);
		expect(reply).toEqual({ ok: true, value: { ready: true } });
		expect(isReply(reply)).toBe(true);
	});

	it("name a failure without its text", async () => {
		const fail = () => {
			throw new TypeError("Quillby is not a function");
		};
		expect(
			await answer("background", registry.background, wake, page, { "engine.wake": fail }, self),
		).toEqual({
			ok: false,
			failure: "failed",
			detail: "TypeError",
		});
		const gone = () => {
			throw new MessageError("no-answer", "reader.check");
		};
		expect(
			await answer("background", registry.background, wake, page, { "engine.wake": gone }, self),
		).toMatchObject({
			failure: "no-answer",
		});
	});

	it("are given to our messages only", async () => {
		expect(
			await answer("background", registry.background, { name: "engine.wake" }, page, {}, self),
		).toBeUndefined();
		expect(
			await answer("background", registry.background, envelope("pages", "engine.wake", {}), page, {}, self),
		).toBeUndefined();
		expect(
			await answer("background", registry.background, envelope("background", "no.such", {}), page, {}, self),
		).toMatchObject({
			failure: "unknown-message",
		});
	});
});
