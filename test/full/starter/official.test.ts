import { describe, expect, it } from "vitest";
import { readStarterFlat, readStarterIcd } from "../../../scripts/read-tables";
import { axisDifferences } from "./axis-words";
import { type OfficialRow, officialHcpcs, officialIcd, sharedFolder } from "./official";

/** The starter is held against the publishers' files: a check, not a source. It prints codes and axes only. */
describe.runIf(sharedFolder())("starter tables against the official files", () => {
	const official = sharedFolder() ? officialIcd() : new Map<string, OfficialRow>();
	const starter = readStarterIcd();

	it("every ICD-10-CM code exists in FY2027 with the same billable flag; titles agree on every axis", () => {
		const deviations: string[] = [];
		for (const row of starter.rows) {
			const theirs = official.get(row.code);
			if (!theirs) deviations.push(`${row.code}: no such code in FY2027`);
			else if (theirs.billable !== row.billable) {
				deviations.push(`${row.code}: held as ${row.billable ? "billable" : "header"}`);
			} else
				for (const axis of axisDifferences(row.title, theirs.title)) deviations.push(`${row.code}: ${axis}`);
		}
		expect(deviations).toEqual([]);
	});

	it("every 3-character category is there", () => {
		const held = new Set(starter.rows.map((r) => r.code));
		const missing = [...official.keys()].filter((c) => c.length === 3 && !held.has(c));
		expect(missing).toEqual([]);
	});

	it("every HCPCS code exists and is not terminated", () => {
		const files = officialHcpcs();
		const deviations: string[] = [];
		for (const { code } of readStarterFlat("HCPCS").rows) {
			const theirs = files.get(code);
			if (!theirs) deviations.push(`${code}: no such code`);
			else if (theirs.terminated !== "") deviations.push(`${code}: terminated ${theirs.terminated}`);
		}
		expect(deviations).toEqual([]);
	});
});
