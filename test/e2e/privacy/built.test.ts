import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const BUILDS = ["chrome-mv3", "firefox-mv3"] as const;

function files(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

describe.each(BUILDS)("the built extension %s", (name) => {
	const folder = join(".output", name);
	const manifest = () =>
		JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, unknown>;

	it("has nothing in its manifest that the framework added behind our back", () => {
		expect(existsSync(folder)).toBe(true);
		const made = manifest();
		for (const key of [
			"host_permissions",
			"content_scripts",
			"web_accessible_resources",
			"externally_connectable",
		]) {
			expect(made[key] ?? [], key).toEqual([]);
		}
		const permissions = (made.permissions as string[]).filter((each) => each !== "sidePanel").sort();
		expect(permissions).toEqual([
			"activeTab",
			"alarms",
			"contextMenus",
			"idle",
			"scripting",
			"storage",
			"unlimitedStorage",
		]);
		expect(made.omnibox).toEqual({ keyword: "cs" });
		expect(Object.keys(made.commands as object)).toEqual(["open-panel", "next-finding", "previous-finding"]);
		expect(JSON.stringify(made.action)).toContain("popup.html");
	});

	it("runs no code from text and calls no address", () => {
		for (const file of files(folder).filter((each) => each.endsWith(".js"))) {
			const code = readFileSync(file, "utf8");
			expect(/\beval\(|new Function\(/.test(code), `${file}: code from text`).toBe(false);
			const scripts = [...code.matchAll(/importScripts\(|import\(["'`]https?:/g)];
			expect(scripts, `${file}: code from elsewhere`).toEqual([]);
		}
	});

	it("gives the page's script nothing but what it needs to read and mark", () => {
		const reader = readFileSync(join(folder, "reader.js"), "utf8");
		expect(reader.length).toBeLessThan(120_000);
		for (const foreign of [
			"postMessage",
			"dispatchEvent",
			"indexedDB",
			"localStorage",
			"XMLHttpRequest",
			"fetch(",
		]) {
			expect(reader.includes(foreign), foreign).toBe(false);
		}
	});
});
