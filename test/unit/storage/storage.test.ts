import "fake-indexeddb/auto";
import Dexie from "dexie";
import { beforeEach, describe, expect, it, vi } from "vitest";

const areas = vi.hoisted(() => {
	const make = () => {
		let kept: Record<string, unknown> = {};
		return {
			get: async (key: string) => (key in kept ? { [key]: structuredClone(kept[key]) } : {}),
			set: async (values: Record<string, unknown>) => {
				Object.assign(kept, structuredClone(values));
			},
			clear: () => {
				kept = {};
			},
		};
	};
	return { local: make(), session: make() };
});
vi.mock("wxt/browser", () => ({ browser: { storage: areas } }));

import { newSession } from "../../../utils/background/state/tab";
import { readTabSessions, writeTabSessions } from "../../../utils/background/state/tab-session";
import { DEFAULT_PREFERENCES } from "../../../utils/messages/preferences";
import { clearCodes, hasCode, listCodes, putCode, removeCode } from "../../../utils/storage/codes";
import { database, withDatabase } from "../../../utils/storage/db";
import { merge, readPreferences, writePreferences } from "../../../utils/storage/preferences";
import { countRules, quietRules } from "../../../utils/storage/rule-counts";
import { addSite, readSites, removeSite } from "../../../utils/storage/sites";

beforeEach(() => {
	areas.local.clear();
	areas.session.clear();
});

describe("the database", () => {
	it("keeps codes with the latest first, and no more recents than fifty", async () => {
		for (let i = 0; i < 60; i++) await putCode("recents", "ICD-10-CM", `A${i}`, i);
		const rows = await listCodes("recents");
		expect(rows).toHaveLength(50);
		expect(rows[0]?.code).toBe("A59");
		await putCode("favourites", "CPT", "99213");
		expect(await hasCode("favourites", "CPT", "99213")).toBe(true);
		await removeCode("favourites", "CPT", "99213");
		expect(await hasCode("favourites", "CPT", "99213")).toBe(false);
		await clearCodes("recents");
		expect(await listCodes("recents")).toEqual([]);
	});

	it("recovers by itself when it was deleted or closed under us", async () => {
		await putCode("recents", "ICD-10-CM", "I10");
		await Dexie.delete("chartside");
		expect(await listCodes("recents")).toEqual([]);
		await putCode("recents", "ICD-10-CM", "I10");
		database().close();
		expect((await listCodes("recents")).map((row) => row.code)).toEqual(["I10"]);
	});

	it("is made anew when it cannot be opened, and says so", async () => {
		const reset = vi.fn();
		let failures = 0;
		const value = await withDatabase(async () => {
			if (failures++ < 2) throw new Dexie.OpenFailedError("broken");
			return "works";
		}, reset);
		expect(value).toBe("works");
		expect(reset).toHaveBeenCalledOnce();
	});

	it("passes other errors on", async () => {
		await expect(
			withDatabase(async () => {
				throw new Dexie.QuotaExceededError("full");
			}),
		).rejects.toThrow("full");
	});
});

describe("preferences", () => {
	it("are the defaults until they are changed, one by one", async () => {
		expect(await readPreferences()).toEqual(DEFAULT_PREFERENCES);
		await writePreferences({ idleMinutes: 30 });
		expect(await readPreferences()).toEqual({ ...DEFAULT_PREFERENCES, idleMinutes: 30 });
	});

	it("drop what does not fit and keep the rest", () => {
		const stored = { idleMinutes: "soon", theme: "dark", depth: "deep", unknown: 1 };
		expect(merge(DEFAULT_PREFERENCES, stored)).toEqual({ ...DEFAULT_PREFERENCES, theme: "dark" });
		expect(merge(DEFAULT_PREFERENCES, null)).toEqual(DEFAULT_PREFERENCES);
	});
});

describe("sites", () => {
	it("are added, widened and removed", async () => {
		await addSite("https://ehr.example", ["https://a.example/*"]);
		await addSite("https://ehr.example", ["https://a.example/*", "https://b.example/*"]);
		expect(await readSites()).toEqual([
			{ origin: "https://ehr.example", frames: ["https://a.example/*", "https://b.example/*"] },
		]);
		await removeSite("https://ehr.example");
		expect(await readSites()).toEqual([]);
	});
});

describe("the session", () => {
	it("gives tabs back as they were, and nothing for what does not fit", async () => {
		const session = {
			...newSession(),
			encounter: { id: "e1", key: { doc: "d", address: "a", banner: null } },
		};
		await writeTabSessions(new Map([[7, session]]));
		expect(await readTabSessions()).toEqual(new Map([[7, session]]));
		await areas.session.set({ tabs: { 7: { encounter: "?" } } });
		expect(await readTabSessions()).toEqual(new Map());
	});
});

describe("counts of rules", () => {
	it("quiet a rule that was shown often and mostly dismissed, and hold numbers only", async () => {
		await countRules(Array(10).fill("side"), "shown");
		await countRules(Array(10).fill("stage"), "shown");
		await countRules(Array(8).fill("side"), "dismissed");
		await countRules(Array(2).fill("stage"), "dismissed");
		await countRules(["rare"], "shown");
		await countRules(["rare"], "dismissed");
		expect([...(await quietRules())]).toEqual(["side"]);
		const rows = await withDatabase((db) => db.ruleCounts.toArray());
		expect(rows.find((row) => row.rule === "side")).toEqual({ rule: "side", shown: 10, dismissed: 8 });
	});
});
