import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CodeSet } from "../../../utils/codesets/types";
import { checkCodes } from "../../../utils/edits/check";
import { smallSet } from "./small-set";

let set: CodeSet;
let billable: string[];
beforeAll(() => {
	set = smallSet();
	billable = [];
	for (let row = 0; row < set.size; row++) if (set.billable(row)) billable.push(set.code(row));
});

const ORDER_RULES = new Set([
	"manifestation-order",
	"code-first",
	"external-cause-first",
	"never-first",
	"first-listed-only",
	"sequela-order",
	"acute-chronic-order",
	"adverse-effect-order",
	"unacceptable-principal",
]);

const lists = () => fc.shuffledSubarray(billable, { minLength: 1, maxLength: 9 });
const check = (codes: string[]) => checkCodes({ codes, setting: "inpatient", ageYears: 40 }, [set]);

describe("fixes", () => {
	it("of order keep every code and lose none", () => {
		fc.assert(
			fc.property(lists(), (codes) => {
				for (const { rule, fix } of check(codes)) {
					if (!fix || !ORDER_RULES.has(rule)) continue;
					expect([...fix.codes].sort()).toEqual([...codes].sort());
				}
			}),
		);
	});

	it("take away the finding they belong to", () => {
		fc.assert(
			fc.property(lists(), (codes) => {
				for (const { rule, codes: about, fix } of check(codes)) {
					if (!fix) continue;
					const after = check(fix.codes).map((one) => `${one.rule} ${one.codes.join(" ")}`);
					expect(after).not.toContain(`${rule} ${about.join(" ")}`);
				}
			}),
		);
	});

	it("come to an end when they are applied one after the other", () => {
		fc.assert(
			fc.property(lists(), (codes) => {
				let now = codes;
				for (let step = 0; step < 3 * codes.length + 3; step++) {
					const fix = check(now).find((finding) => finding.fix)?.fix;
					if (!fix) return;
					now = fix.codes;
				}
				expect(check(now).filter((finding) => finding.fix)).toEqual([]);
			}),
		);
	});

	it("are the same for the same list", () => {
		fc.assert(
			fc.property(lists(), (codes) => {
				expect(check(codes)).toEqual(check(codes));
			}),
		);
	});
});

describe("checkCodes", () => {
	it("takes any text for a code without falling over", () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.string(), fc.constantFrom(...["I1O", "S52.50", " e11.9 ", "🩺", "Z"]))),
				(codes) => {
					for (const finding of check(codes))
						for (const code of finding.codes)
							expect(codes.join("|").toUpperCase()).toContain(code.toUpperCase());
				},
			),
		);
	});
});
