import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, it } from "vitest";

/** The import boundaries of biome.json: that they hold, and that they would bite. */
const root = resolve(import.meta.dirname, "../../..");
const biome = join(root, "node_modules/.bin/biome");
const RULES = ["--only=style/noRestrictedImports", "--only=style/noRestrictedGlobals"];

/** Every line breaks one boundary. */
const FORBIDDEN: [file: string, source: string][] = [
	["utils/search/a.ts", 'import "dexie";'],
	["utils/search/b.ts", "export const title = document.title;"],
	["utils/notes/a.ts", 'import { browser } from "wxt/browser";'],
	["utils/notes/b.ts", "export const id = browser.runtime.id;"],
	["utils/codesets/a.ts", 'import { readFileSync } from "node:fs";'],
	["utils/edits/a.ts", 'import { useState } from "react";'],
	["utils/documentation/a.ts", 'import type { TabView } from "../messages/view";'],
	["utils/engine/a.ts", 'import { database } from "../storage/db";'],
	["utils/page/a.ts", 'import { openSearch } from "../search/search";'],
	["utils/page/b.ts", 'import Fuse from "fuse.js";'],
	["utils/page/c.ts", 'import Dexie from "dexie";'],
	["utils/page/d.ts", 'import { useState } from "react";'],
	["utils/page/e.ts", 'import { Core } from "../background/core";'],
	["utils/page/f.ts", 'import { browser } from "wxt/browser";'],
	["utils/messages/a.ts", 'import { Panel } from "../../components/panel/panel";'],
	["utils/background/a.ts", 'import { Panel } from "../../components/panel/panel";'],
	["components/a.ts", 'import { Core } from "../utils/background/core";'],
	["components/b.ts", 'import { startReader } from "../entrypoints/reader/start";'],
	["utils/storage/a.ts", 'import { startReader } from "../../entrypoints/reader/start";'],
	["scripts/a.ts", 'import { startReader } from "../entrypoints/reader/start";'],
	["entrypoints/popup/a.ts", 'import { startReader } from "../reader/start";'],
];

it("hold in the whole tree", () => {
	const { status, stdout, stderr } = spawnSync(
		biome,
		["lint", ...RULES, "components", "entrypoints", "scripts", "test", "utils"],
		{ cwd: root, encoding: "utf8" },
	);
	expect(status, stdout + stderr).toBe(0);
});

it("refuse every import and every global that crosses one", () => {
	const folder = mkdtempSync(join(tmpdir(), "boundaries-"));
	try {
		const config = JSON.parse(readFileSync(join(root, "biome.json"), "utf8")) as object;
		writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }));
		for (const [file, source] of FORBIDDEN) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), `${source}\n`);
		}
		const { stdout, stderr } = spawnSync(
			biome,
			["lint", ...RULES, "--reporter=github", "--max-diagnostics=none", "."],
			{ cwd: folder, encoding: "utf8" },
		);
		const missed = FORBIDDEN.filter(([file]) => !`${stdout}${stderr}`.includes(`/${file},`));
		expect(missed, stdout + stderr).toEqual([]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
