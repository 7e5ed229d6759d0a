import { beforeEach, describe, expect, it, vi } from "vitest";

const fake = vi.hoisted(() => {
	const event = () => {
		const listeners: ((...args: never[]) => void)[] = [];
		return {
			addListener: (listener: (...args: never[]) => void) => void listeners.push(listener),
			fire: (...args: unknown[]) => listeners.map((listener) => listener(...(args as never[]))),
		};
	};
	const area = () => {
		let kept: Record<string, unknown> = {};
		return {
			get: async (key: string) => (key in kept ? { [key]: kept[key] } : {}),
			set: async (values: Record<string, unknown>) => void Object.assign(kept, structuredClone(values)),
			clear: () => {
				kept = {};
			},
		};
	};
	return {
		sent: [] as { name: string }[],
		idle: { onStateChanged: event(), setDetectionInterval: vi.fn() },
		alarms: { onAlarm: event(), create: vi.fn(async () => undefined) },
		storage: { local: area(), session: area() },
	};
});
vi.mock("wxt/browser", () => ({
	browser: {
		...fake,
		runtime: { sendMessage: async () => undefined },
		tabs: {
			sendMessage: async (_tab: number, message: { name: string }) => {
				fake.sent.push(message);
				return { ok: true, value: { ok: true } };
			},
		},
	},
}));

import { Core } from "../../../utils/background/core";
import { addRow } from "../../../utils/background/encounter/sheet";
import { watchIdle, wipeIdle } from "../../../utils/background/lifecycle/idle";
import { watchChart } from "../../../utils/background/state/charts";
import type { Tab } from "../../../utils/background/state/tab";
import { tabWith } from "./parts";

let core: Core;
let tab: Tab;

beforeEach(async () => {
	fake.sent.length = 0;
	fake.storage.session.clear();
	core = new Core(() => {
		throw new Error("no engine is needed");
	});
	await core.tabs.ready();
	tab = core.tabs.get(7);
	for (const [frameId, frame] of tabWith({ top: "Quillby has gout." }).frames) tab.frames.set(frameId, frame);
	tab.rejoin();
	watchChart(tab);
	tab.session.sheet = addRow(tab.session.sheet, {
		system: "ICD-10-CM",
		code: "M10.9",
		title: "Gout",
		from: "search",
	});
});

function expectWiped(why: "idle" | "locked"): void {
	expect(tab.session.encounter).toBeNull();
	expect(tab.session.sheet.rows).toEqual([]);
	expect(tab.session.previous).toMatchObject({ why, rows: [] });
	expect(tab.joined.text).toBe("");
	expect(JSON.stringify([...tab.frames.values()])).not.toContain("Quillby");
	expect(tab.asleep).toBe(true);
}

describe("idle time", () => {
	it("wipes everything when the screen is locked", async () => {
		watchIdle(core);
		fake.idle.onStateChanged.fire("locked");
		await vi.waitFor(() => expectWiped("locked"));
		await vi.waitFor(() => expect(fake.sent.map((message) => message.name)).toContain("reader.marks"));
	});

	it("wipes when the machine is idle for the set time", async () => {
		watchIdle(core);
		await vi.waitFor(() => expect(fake.idle.setDetectionInterval).toHaveBeenCalledWith(900));
		fake.idle.onStateChanged.fire("idle");
		await vi.waitFor(() => expectWiped("idle"));
	});

	it("wipes a chart that had no input for the set time, and leaves one that had", async () => {
		const { activeAt } = tab.session;
		await wipeIdle(core, activeAt + 14 * 60_000);
		expect(tab.session.sheet.rows).toHaveLength(1);
		await wipeIdle(core, activeAt + 16 * 60_000);
		expectWiped("idle");
	});

	it("is looked at every minute, while the worker sleeps, too", () => {
		watchIdle(core);
		expect(fake.alarms.create).toHaveBeenCalledWith(expect.any(String), { periodInMinutes: 1 });
	});

	it("lets the tab be read again when the person is back", async () => {
		watchIdle(core);
		fake.idle.onStateChanged.fire("locked");
		await vi.waitFor(() => expectWiped("locked"));
		fake.idle.onStateChanged.fire("active");
		await vi.waitFor(() => expect(tab.asleep).toBe(false));
		expect(tab.session.sheet.rows).toEqual([]);
	});
});
