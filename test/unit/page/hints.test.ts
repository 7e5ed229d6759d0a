import { describe, expect, it } from "vitest";
import { shorten } from "../../../utils/page/card/card-text";
import { hash53 } from "../../../utils/page/hash";
import { hints, parseHints } from "../../../utils/page/hints";
import { addressOf } from "../../../utils/page/watch/address";

describe("the hint table", () => {
	it("is read whole: every kind has words", () => {
		for (const [kind, words] of Object.entries(hints)) expect(words.size, kind).toBeGreaterThan(5);
	});

	it("names file, line and cause of what is wrong", () => {
		const parse = (line: string) => () => parseHints(`kind\tword\twhy\n${line}`, "hints.tsv");
		expect(parse("nonsense\tword\t")).toThrow('hints.tsv:2: "nonsense" is no kind of hint');
		expect(parse("avoid\t\t")).toThrow("hints.tsv:2: expected kind, word and why");
		expect(parse("avoid\tnav\t\navoid\tNAV\t")).toThrow('hints.tsv:3: "NAV" stands here twice');
		expect(() => parseHints("avoid\tnav\t", "hints.tsv")).toThrow(
			"hints.tsv:1: the first line has to be the header",
		);
	});
});

describe("small parts", () => {
	it("hashes to 14 digits, other texts to others", () => {
		const seen = new Set(Array.from({ length: 5_000 }, (_, i) => hash53(`mrn=${i}`)));
		expect(seen.size).toBe(5_000);
		expect(hash53("")).toMatch(/^[0-9a-f]{14}$/);
	});

	it("counts a fragment as address only where it is a route", () => {
		const at = (hash: string) => addressOf({ pathname: "/chart", search: "?id=1", hash });
		expect(at("#/patient/2")).toBe("/chart?id=1#/patient/2");
		expect(at("#section")).toBe("/chart?id=1");
	});

	it("keeps a card at sixty words, title and question first", () => {
		const long = Array.from({ length: 80 }, (_, i) => `w${i}`).join(" ");
		const card = shorten({
			title: "CKD: stage not stated",
			question: "Can the stage be specified?",
			quote: long,
			source: long,
		});
		const words = Object.values(card).join(" ").match(/\S+/g) ?? [];
		expect(words.length).toBeLessThanOrEqual(60);
		expect(card.question).toBe("Can the stage be specified?");
		expect(shorten({ title: long, question: long, quote: "", source: "" }).question).not.toBe("");
	});
});
