import { describe, expect, it } from "vitest";
import { isGranted, patternsOf } from "../../../utils/background/sites/registration";
import { asPattern, covers, patternOf, webOrigin } from "../../../utils/messages/origins";

describe("origins and match patterns", () => {
	it("reads in web pages only", () => {
		expect(webOrigin("https://ehr.example/chart?id=1")).toBe("https://ehr.example");
		for (const url of ["chrome://extensions", "about:blank", "file:///a", "null", "", undefined]) {
			expect(webOrigin(url), String(url)).toBeNull();
		}
	});

	it("has no port in a pattern", () => {
		expect(patternOf("http://127.0.0.1:8080")).toBe("http://127.0.0.1/*");
		expect(asPattern("https://docs.example/*")).toBe("https://docs.example/*");
		expect(asPattern("<all_urls>")).toBeNull();
		expect(covers("http://127.0.0.1/*", "http://127.0.0.1:9")).toBe(true);
		expect(covers("http://127.0.0.1/*", "https://127.0.0.1")).toBe(false);
	});

	it("registers for what is enabled and granted, and for nothing else", () => {
		const sites = [
			{ origin: "https://ehr.example", frames: ["https://docs.example/*"] },
			{ origin: "https://old.example", frames: [] },
		];
		const granted = new Set(["https://ehr.example/*", "https://docs.example/*", "https://other.example/*"]);
		expect(patternsOf(sites, granted)).toEqual(["https://docs.example/*", "https://ehr.example/*"]);
		expect(patternsOf([], granted)).toEqual([]);
	});

	it("knows wider grants", () => {
		const wide = (pattern: string) => isGranted("https://a.ehr.example/*", new Set([pattern]));
		expect(
			["https://*/*", "*://*/*", "<all_urls>", "https://*.ehr.example/*", "*://a.ehr.example/*"].map(wide),
		).toEqual(Array(5).fill(true));
		expect(["http://*/*", "https://*.other.example/*", "https://b.ehr.example/*"].map(wide)).toEqual(
			Array(3).fill(false),
		);
	});
});
