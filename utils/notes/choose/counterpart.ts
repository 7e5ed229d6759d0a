import { categoryRows } from "../../codesets/category";
import type { CodeSet } from "../../codesets/types";
import type { Surroundings } from "./surroundings";
import type { TitleReader } from "./title-words";

/** A word beside the mention, not one of another sentence. */
const BESIDE = 0.9;
/** Words that tell a course; a code with both is one of acute on chronic disease. */
const COURSE = ["acut", "chronic"];

/** "Chronic" just before a mention whose code is acute only by default ("chronic [DVT of the femoral vein]"). */
function otherCourse(
	titles: TitleReader,
	row: number,
	matched: ReadonlySet<string>,
	around: Surroundings,
): string | null {
	const { keys } = titles.of(row);
	const own = COURSE.filter((key) => keys.includes(key));
	const [course] = own;
	if (own.length !== 1 || course === undefined || matched.has(course) || around.support(course) > 0)
		return null;
	const other = COURSE.find((key) => key !== course) as string;
	return around.support(other) >= BESIDE ? other : null;
}

/** Keys that the words beside a mention say and the code chosen for it rules out or leaves half said. */
function unheard(titles: TitleReader, row: number, around: Surroundings): string[] {
	const { keys, without } = titles.of(row);
	const denied = without.filter((key) => !keys.includes(key) && around.support(key) >= BESIDE);
	const half = around.acuteOnChronic && COURSE.filter((key) => keys.includes(key)).length === 1;
	return half ? [...denied, ...COURSE.filter((key) => !keys.includes(key))] : denied;
}

/**
 * The code of the same category that says what `row` says and also what the words beside the mention add: "recurrent
 * inguinal hernia with obstruction" is no recurrent hernia without it, "acute on chronic respiratory failure" no
 * chronic one. `matched` are the keys of the mention itself. `row` itself when nothing is added or the category has no such code.
 */
export function counterpart(
	set: CodeSet,
	titles: TitleReader,
	row: number,
	matched: ReadonlySet<string>,
	around: Surroundings,
): number {
	const course = otherCourse(titles, row, matched, around);
	const wanted = course === null ? unheard(titles, row, around) : [course];
	if (wanted.length === 0) return row;
	const own = titles.of(row);
	const kept = course === null ? own.keys : own.keys.filter((key) => !COURSE.includes(key));
	const { start, end } = categoryRows(set, row);
	let best = row;
	let most = 0;
	for (let other = start; other < end; other++) {
		if (!set.billable(other) || other === row) continue;
		const its = titles.of(other);
		if (its.side !== own.side || (own.residual && !its.residual)) continue;
		if (!kept.every((key) => its.keys.includes(key))) continue;
		const said = (key: string): boolean => wanted.includes(key) || around.support(key) >= BESIDE;
		const added = its.keys.filter((key) => !kept.includes(key));
		const holds = added.every((key) => said(key) || its.either.get(key)?.some(said));
		const score = added.filter(said).length - (its.residual === own.residual ? 0 : 0.5);
		if (!holds || score <= most || !added.some((key) => wanted.includes(key))) continue;
		if (its.without.some((key) => !its.keys.includes(key) && said(key))) continue;
		best = other;
		most = score;
	}
	return best;
}
