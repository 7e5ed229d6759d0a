import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import config from "../../../wxt.config";

type Manifest = Record<string, unknown> & { permissions: string[] };

/** The manifest as the configuration makes it; what the framework adds is looked at in the built extension. */
function manifest(browser: "chrome" | "firefox"): Manifest {
	const make = config.manifest as unknown as (env: object) => Manifest;
	return make({ browser, manifestVersion: 3, mode: "production", command: "build" });
}

const EVERYWHERE = [
	"activeTab",
	"scripting",
	"storage",
	"unlimitedStorage",
	"idle",
	"alarms",
	"contextMenus",
];
/** An update that asks for more is switched off in the field until somebody agrees: change these with care. */
const PERMISSIONS = { chrome: [...EVERYWHERE, "sidePanel"], firefox: EVERYWHERE };

describe.each(["chrome", "firefox"] as const)("the manifest for %s", (browser) => {
	it("asks for these permissions and no other", () => {
		expect(manifest(browser).permissions).toEqual(PERMISSIONS[browser]);
		expect(manifest(browser).optional_host_permissions).toEqual(["https://*/*", "http://*/*"]);
		for (const key of [
			"host_permissions",
			"optional_permissions",
			"content_scripts",
			"web_accessible_resources",
		]) {
			expect(manifest(browser)[key], key).toBeUndefined();
		}
		expect(manifest(browser).externally_connectable).toBeUndefined();
	});

	it("has a reason for each in docs/permissions.md", () => {
		const text = readFileSync(new URL("../../../docs/permissions.md", import.meta.url), "utf8");
		const asked = [...manifest(browser).permissions, "https://*/*", "omnibox", "commands"];
		for (const permission of asked) expect(text, permission).toContain(`| \`${permission}\``);
	});

	it("closes its pages to every network but the publishers of code sets", () => {
		const { extension_pages } = manifest(browser).content_security_policy as { extension_pages: string };
		const rules = Object.fromEntries(
			extension_pages.split(";").map((rule) => {
				const [name = "", ...values] = rule.trim().split(" ");
				return [name, values];
			}),
		);
		expect(rules).toMatchObject({
			"default-src": ["'none'"],
			"script-src": ["'self'"],
			"connect-src": ["'self'", "https://ftp.cdc.gov", "https://www.cms.gov"],
			"base-uri": ["'none'"],
			"form-action": ["'none'"],
			"frame-ancestors": ["'none'"],
		});
		expect(rules["frame-src"] ?? rules["child-src"]).toBeUndefined();
	});
});

it("names the oldest browsers it runs in", () => {
	expect(manifest("chrome").minimum_chrome_version).toBe("125");
	expect(manifest("firefox").browser_specific_settings).toMatchObject({
		gecko: { strict_min_version: "140.0", data_collection_permissions: { required: ["none"] } },
	});
});
