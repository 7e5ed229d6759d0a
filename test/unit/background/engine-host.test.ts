import "fake-indexeddb/auto";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

vi.mock("wxt/browser", () => ({
	browser: { runtime: { getURL: (path: string) => `chrome-extension://ours${path}` } },
}));

import { readStarterFlat } from "../../../scripts/read-tables";
import { EngineHost, NoCodeSetError } from "../../../utils/background/engine/engine-host";
import { runInSlices } from "../../../utils/background/engine/slices";
import { installStarter } from "../../../utils/background/engine/starter";
import { runSteps } from "../../../utils/codesets/import/progress";
import { toDraft } from "../../../utils/codesets/starter/to-draft";
import { compileDraft } from "../../../utils/engine/compile";
import { createEngine } from "../../../utils/engine/engine";
import { withDatabase } from "../../../utils/storage/db";

let pack: Uint8Array<ArrayBuffer>;
/** The extension's own files, by path. */
let files: Record<string, Uint8Array<ArrayBuffer>>;
const fetched: string[] = [];

beforeAll(() => {
	pack = new Uint8Array(runSteps(compileDraft(toDraft(readStarterFlat("HCPCS")))));
});
beforeEach(async () => {
	files = { "/packs/starter-hcpcs.pack": pack };
	fetched.length = 0;
	vi.stubGlobal("fetch", async (url: string) => {
		fetched.push(url);
		const bytes = files[new URL(url).pathname];
		return { ok: bytes !== undefined, arrayBuffer: async () => bytes?.slice().buffer };
	});
	vi.spyOn(console, "info").mockImplementation(() => undefined);
	await withDatabase((db) => db.delete());
	await withDatabase((db) => db.open());
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

const host = () => new EngineHost(createEngine);
const DAY = "2026-11-22";
const firstCode = () => readStarterFlat("HCPCS").rows.find((row) => row.billable)?.code ?? "";

describe("the starter", () => {
	it("goes into the database as one buffer a set, from the extension's own files", async () => {
		expect(await installStarter()).toBe(1);
		const rows = await withDatabase((db) => db.packs.toArray());
		expect(rows.map((row) => row.bytes.byteLength)).toEqual([pack.byteLength]);
		expect(fetched.every((url) => url.startsWith("chrome-extension://ours/packs/"))).toBe(true);
	});

	it("is put in when the engine is first wanted, and found again after that", async () => {
		const { engine } = await host().on(DAY);
		expect(engine.search(firstCode()).results[0]?.code).toBe(firstCode());
		fetched.length = 0;
		await host().on(DAY);
		expect(fetched).toEqual([]);
	});

	it("is opened once for all who ask at the same time", async () => {
		const one = host();
		const [a, b] = await Promise.all([one.on(DAY), one.on(DAY)]);
		expect(a).toBe(b);
	});
});

describe("a pack that is no good", () => {
	const damage = (change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) =>
		withDatabase(async (db) => {
			const [row] = await db.packs.toArray();
			if (row !== undefined)
				await db.packs.put({ ...row, bytes: change(new Uint8Array(row.bytes.slice(0))).buffer });
		});

	it.each([
		["empty", () => new Uint8Array(0)],
		["cut short", (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length >> 1)],
		["something else", () => new TextEncoder().encode("<html>not a pack</html>") as Uint8Array<ArrayBuffer>],
		[
			"corrupt",
			(bytes: Uint8Array<ArrayBuffer>) => {
				for (let i = bytes.length >> 1; i < bytes.length; i += 7) bytes[i] = 255 - (bytes[i] as number);
				return bytes;
			},
		],
	])("(%s) is replaced by the one that ships", async (_what, change) => {
		await installStarter();
		await damage(change);
		const { engine } = await host().on(DAY);
		expect(engine.search(firstCode()).results[0]?.code).toBe(firstCode());
	});

	it("does not replace a good one", async () => {
		await installStarter();
		files = { "/packs/starter-hcpcs.pack": new TextEncoder().encode("damaged") as Uint8Array<ArrayBuffer> };
		expect(await installStarter()).toBe(0);
		expect((await host().on(DAY)).sets).toHaveLength(1);
	});

	it("is named when nothing is left to open", async () => {
		files = {};
		await expect(host().on(DAY)).rejects.toThrow(NoCodeSetError);
		await expect(host().on(DAY)).rejects.toThrow("import a code set again");
	});

	it("of an import is left out, and the others still serve", async () => {
		await installStarter();
		await withDatabase(async (db) => {
			const [row] = await db.releases.toArray();
			if (row === undefined) return;
			await db.packs.put({ id: "imported", bytes: new ArrayBuffer(3) });
			await db.releases.put({
				...row,
				id: "imported",
				system: "ICD-10-CM",
				starter: false,
				pack: "imported",
			});
		});
		const { sets } = await host().on(DAY);
		expect(sets.map((set) => set.release.system)).toEqual(["HCPCS"]);
	});
});

describe("an imported pack that is damaged", () => {
	it("gives way to the starter of its system", async () => {
		await installStarter();
		await withDatabase(async (db) => {
			const [row] = await db.releases.toArray();
			if (row === undefined) return;
			await db.releases.put({
				...row,
				id: "HCPCS/2026-07",
				validFrom: "2026-07-01",
				starter: false,
				pack: "gone",
			});
		});
		const { engine, sets } = await host().on(DAY);
		expect(sets.map((set) => set.release.starter)).toEqual([true]);
		expect(engine.search(firstCode()).results[0]?.code).toBe(firstCode());
	});
});

describe("work in slices", () => {
	function* steps(count: number, log: number[]): Generator<void, number> {
		for (let i = 0; i < count; i++) {
			log.push(i);
			const until = performance.now() + 2;
			while (performance.now() < until);
			yield;
		}
		return count;
	}

	it("comes to its end, and lets messages in between", async () => {
		let turns = 0;
		const channel = new MessageChannel();
		channel.port1.onmessage = () => {
			turns++;
			channel.port2.postMessage(null);
		};
		channel.port2.postMessage(null);
		expect(await runInSlices(steps(40, []), () => false)).toEqual({ value: 40 });
		channel.port1.close();
		expect(turns).toBeGreaterThan(2);
	});

	it("stops as soon as a newer text is there, and gives no answer", async () => {
		const done: number[] = [];
		let cancelled = false;
		const running = runInSlices(steps(400, done), () => cancelled);
		setTimeout(() => {
			cancelled = true;
		}, 20);
		expect(await running).toBeNull();
		expect(done.length).toBeLessThan(400);
		expect(await runInSlices(steps(1, []), () => true)).toBeNull();
	});
});

it("answers a query of 2,000 characters", async () => {
	const { engine } = await host().on(DAY);
	expect(engine.search("wheelchair ".repeat(182)).query.length).toBeGreaterThan(1_900);
	expect(Array.isArray(engine.search("x".repeat(2_000)).results)).toBe(true);
});
