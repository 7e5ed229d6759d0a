import { defineConfig } from "wxt";
import { englishOnly } from "./scripts/lib/english-only";

/**
 * One configuration for Chromium and Firefox. Permissions are minimal and pinned by
 * test/unit/manifest; every one has its reason in docs/permissions.md.
 */
export default defineConfig({
	modules: ["@wxt-dev/module-react"],
	imports: false,
	manifestVersion: 3,
	// Several builds side by side (tests, demo) each name their own folder.
	outDir: process.env.CHARTSIDE_OUT ?? ".output",
	vite: () => ({ plugins: [englishOnly()] }),
	manifest: ({ browser }) => ({
		name: "Chartside",
		description:
			"Suggests ICD-10-CM, HCPCS and CPT codes for the chart you are reading, on this machine only.",
		permissions: [
			"activeTab",
			"scripting",
			"storage",
			"unlimitedStorage",
			"idle",
			"alarms",
			"contextMenus",
			...(browser === "firefox" ? [] : ["sidePanel"]),
		],
		commands: {
			"open-panel": {
				suggested_key: { default: "Alt+Shift+C" },
				description: "Open the Chartside panel",
			},
			"next-finding": {
				suggested_key: { default: "Alt+Shift+N" },
				description: "Go to the next finding in the note",
			},
			"previous-finding": {
				suggested_key: { default: "Alt+Shift+P" },
				description: "Go to the previous finding in the note",
			},
		},
		omnibox: { keyword: "cs" },
		optional_host_permissions: ["https://*/*", "http://*/*"],
		content_security_policy: {
			extension_pages:
				"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; worker-src 'self'; connect-src 'self' https://ftp.cdc.gov https://www.cms.gov; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		},
		...(browser === "firefox"
			? {
					browser_specific_settings: {
						gecko: {
							id: "chartside@chartside.example",
							strict_min_version: "140.0",
							data_collection_permissions: { required: ["none"] },
						},
					},
				}
			: { minimum_chrome_version: "125" }),
	}),
});
