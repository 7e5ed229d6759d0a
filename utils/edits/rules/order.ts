import { barredFromFirst, isSequela, leaderAfter } from "../first-place";
import { type EditRule, leadFix, moveBefore } from "../rule";
import { firstOnly } from "../tables";
import type { EditFinding } from "../types";

/** Z codes that may only be first-listed, found lower down. Guidelines I.C.21.c.15. */
export const firstListedOnly: EditRule = {
	id: "first-listed-only",
	source: "I.C.21.c.15",
	check: ({ diagnoses, codes }) => {
		const all = codes.map((one) => one.code);
		const meant = diagnoses.map((one) =>
			firstOnly().find(
				({ prefix, except }) => one.bare.startsWith(prefix) && !(except && one.bare.startsWith(except)),
			),
		);
		// One of several is enough: they may stand together (I.C.21.c.15 allows combined records).
		if (diagnoses.length === 0 || meant[0]) return [];
		return diagnoses.flatMap((one, i): EditFinding[] => {
			const row = meant[i];
			if (!row) return [];
			return [
				{
					rule: "first-listed-only",
					codes: [one.code],
					severity: "check",
					text: `${one.code} may only be the first-listed diagnosis.`,
					source: row.source,
					fix: { label: "Move it to the top", codes: moveBefore(all, one.at, diagnoses[0]?.at ?? 0) },
				},
			];
		});
	},
};

/** External cause, BMI, organism and other codes that are never first. Guidelines I.C.20.a.6, I.B.14. */
export const neverFirstListed: EditRule = {
	id: "never-first",
	source: "I.C.20.a.6, I.B.14",
	check: (context) => {
		const first = context.diagnoses[0];
		const row = first && barredFromFirst(first.bare);
		if (!first || !row) return [];
		return [
			{
				rule: row.rule,
				codes: [first.code],
				severity: "check",
				text: `${row.what} (${first.code}) is not the first-listed diagnosis.`,
				source: row.source,
				...leadFix(context, first),
			},
		];
	},
};

/** A sequela code in the first place: the residual condition goes first. Guidelines I.B.10. */
export const sequelaOrder: EditRule = {
	id: "sequela-order",
	source: "I.B.10",
	check: (context) => {
		const first = context.diagnoses[0];
		if (!first || !isSequela(first.bare)) return [];
		const residual = leaderAfter(context, first);
		return [
			{
				rule: "sequela-order",
				codes: [first.code],
				severity: "check",
				text: residual
					? `${first.code} is a sequela: the condition that remains goes first.`
					: `${first.code} is a sequela: the condition that remains goes before it and is not on the list.`,
				source: "I.B.10",
				...leadFix(context, first),
			},
		];
	},
};

/** Acute and chronic form of one condition: the acute one goes first. Guidelines I.B.8. */
export const acuteChronicOrder: EditRule = {
	id: "acute-chronic-order",
	source: "I.B.8",
	check: ({ diagnoses, codes, icd }) => {
		if (!icd) return [];
		const all = codes.map((one) => one.code);
		return diagnoses.flatMap((chronic, i): EditFinding[] => {
			const name = withoutCourse(icd.title(chronic.row), "chronic");
			if (name === null) return [];
			const acute = diagnoses.find(
				(one, j) =>
					j > i &&
					one.bare.slice(0, 3) === chronic.bare.slice(0, 3) &&
					withoutCourse(icd.title(one.row), "acute") === name,
			);
			if (!acute) return [];
			return [
				{
					rule: "acute-chronic-order",
					codes: [acute.code, chronic.code],
					severity: "check",
					text: `${acute.code} (acute) goes before ${chronic.code} (chronic).`,
					source: "I.B.8",
					fix: { label: `Put ${acute.code} before`, codes: moveBefore(all, acute.at, chronic.at) },
				},
			];
		});
	},
};

/** Head of a title without its course word, or null when the title is not of that course. */
function withoutCourse(title: string, course: "acute" | "chronic"): string | null {
	const lower = title.toLowerCase();
	if (!lower.startsWith(course) || /acute (and|on) chronic/.test(lower)) return null;
	return lower
		.slice(course.length)
		.replace(/,.*| with.*| due.*|\bunspecified\b/g, "")
		.trim();
}
