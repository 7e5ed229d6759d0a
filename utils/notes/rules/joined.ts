import { categoryRows } from "../../codesets/category";
import type { CodeSet } from "../../codesets/types";
import { type Candidate, leadingStatus } from "../candidates";
import type { TitleReader } from "../choose/title-words";
import type { NoteReader } from "../reader";

/**
 * The code that says all that an open code and a more specific one of its category say together: its words come from
 * both, and it leaves nothing open. -1 when there is none, or more than one.
 */
function joinOf(set: CodeSet, titles: TitleReader, open: number, kind: number): number {
	const [its, more] = [titles.of(open), titles.of(kind)];
	const adds = its.keys.filter((key) => !more.keys.includes(key) && !its.without.includes(key));
	const { start, end } = categoryRows(set, open);
	let found = -1;
	for (let row = start; row < end; row++) {
		if (row === open || row === kind || !set.billable(row)) continue;
		const { keys, side, residual, without } = titles.of(row);
		if (
			residual ||
			OPEN.test(set.title(row)) ||
			side !== more.side ||
			(without.length > 0 && its.without.length === 0)
		)
			continue;
		if (!keys.every((key) => adds.includes(key) || more.keys.includes(key))) continue;
		if (!more.keys.every((key) => keys.includes(key))) continue;
		const fromOpen = keys.filter((key) => adds.includes(key));
		const fromKind = keys.filter((key) => !its.keys.includes(key));
		if (fromOpen.length === 0 || fromKind.length === 0) continue;
		if (found >= 0) return -1;
		found = row;
	}
	return found;
}

/** A kind told without more: any word beside it is told elsewhere. */
const PLAIN = /\b(?:uncomplicated|without complications?)$/i;
const MULTIPLE = /\bmultiple sites\b/i;
/** Leaves the kind open and rules nothing out. */
const OPEN = /^(?!.*\bwithout\b).*\bunspecified\b/i;

/**
 * Joins what a note says of one condition in two places: "asthma exacerbation" and "moderate persistent asthma" are
 * moderate persistent asthma with exacerbation; an "unspecified" code whose words another code of the category has
 * gives way to it. Only conditions that are told as present.
 */
export function joined(reader: NoteReader, candidates: readonly Candidate[]): Candidate[] {
	const { set, titles } = reader;
	const present = (candidate: Candidate): boolean => leadingStatus(candidate) === "affirmed";
	let list = [...candidates];
	for (const open of candidates) {
		const its = titles.of(open.row);
		if (!OPEN.test(set.title(open.row)) || its.side !== null || !present(open) || !list.includes(open))
			continue;
		const { start, end } = categoryRows(set, open.row);
		const kinds = list.filter(
			(other) =>
				other !== open &&
				other.contradicted !== true &&
				present(other) &&
				other.row >= start &&
				other.row < end &&
				!OPEN.test(set.title(other.row)) &&
				!titles.of(other.row).residual,
		);
		const [kind, ...others] = kinds;
		if (kind === undefined || others.length > 0) continue;
		const row = its.keys.every((key) => titles.of(kind.row).keys.includes(key))
			? kind.row
			: joinOf(set, titles, open.row, kind.row);
		if (row < 0) continue;
		const mentions = [...new Set([...open.mentions, ...kind.mentions])];
		list = list.filter((candidate) => candidate !== open && candidate !== kind && candidate.row !== row);
		list.push({ ...kind, row, mentions });
	}
	return withoutPlain(reader, atMultipleSites(reader, list));
}

/** Several sites of one condition that a sentence names are its multiple sites, where the group has a code for them. */
function atMultipleSites(reader: NoteReader, candidates: readonly Candidate[]): Candidate[] {
	const { set } = reader;
	const groups = new Map<number, { site: number; candidate: Candidate }[]>();
	for (const candidate of candidates) {
		if (!/^M/.test(set.code(candidate.row)) || leadingStatus(candidate) !== "affirmed") continue;
		for (let site = candidate.row, step = 0; step < 2; site = set.parent(site), step++) {
			const group = set.parent(site);
			if (group < 0 || set.code(group).length < 4) break;
			const several = set.children(group).find((row) => MULTIPLE.test(set.title(row)));
			if (several === undefined || several === site) continue;
			groups.set(several, [...(groups.get(several) ?? []), { site, candidate }]);
			break;
		}
	}
	let list = [...candidates];
	for (const [row, members] of groups) {
		const sites = new Set(members.map(({ site }) => site));
		const mentions = members.flatMap(({ candidate }) => candidate.mentions);
		const places = mentions.map(({ passage, start }) => `${passage} ${start}`);
		const shared = new Set(places).size < places.length;
		const [first] = members;
		if (sites.size < 2 || first === undefined || !(shared || list.some((other) => other.row === row)))
			continue;
		const those = new Set(members.map(({ candidate }) => candidate));
		const there = list.find((other) => other.row === row);
		list = list.filter((other) => other !== there && !those.has(other));
		list.push({
			...first.candidate,
			row,
			mentions: [...new Set([...(there?.mentions ?? []), ...mentions])],
			sideMissing: false,
		});
	}
	return list;
}

/** Without the plain form of a kind beside its form with a complication. */
function withoutPlain({ set, titles }: NoteReader, list: readonly Candidate[]): Candidate[] {
	return list.filter((plain) => {
		if (!PLAIN.test(set.title(plain.row))) return true;
		const keys = titles.of(plain.row).keys;
		const kind = set.parent(plain.row);
		if (set.code(kind).length <= 3) return true;
		const fuller = list.find(
			({ row }) =>
				row !== plain.row &&
				row > kind &&
				row < set.end(kind) &&
				keys.every((key) => titles.of(row).keys.includes(key)),
		);
		if (fuller === undefined || leadingStatus(fuller) !== "affirmed") return true;
		fuller.mentions = [...new Set([...fuller.mentions, ...plain.mentions])];
		return false;
	});
}
