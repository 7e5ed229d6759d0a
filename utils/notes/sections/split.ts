import type { AnalyzeInput } from "../types";
import { findHeadings } from "./find-headings";
import { withHashProblems } from "./hash-problems";
import { headerKey, headerTable, roleWithin } from "./header-table";
import type { Heading } from "./heading";
import { findItems } from "./items";
import type { Section, SectionRole } from "./types";

/** Roles whose sub-headings name problems, not sections ("CARDIOVASCULAR:" in a plan by systems). */
const PROBLEM_ROLES = new Set<SectionRole>(["assessment", "plan", "impression", "hospital-course"]);
/** Roles that an unknown sub-heading in capitals goes on with. */
const CARRIED = new Set<SectionRole>(["procedure-body", "exam", "ros", "results", "findings", "education"]);
const IMAGING =
	/\b(?:CT|MRI?|MRA|x-?rays?|ultrasound|sonogram|radiographs?|mammogra\w*|views?|doppler|PET|scan|angiogra\w+|fluoroscop\w*)\b/i;
/** A procedure's name is short; its description is not. */
const NAME_LENGTH = 420;

/**
 * Splits a note into its sections, in order. Headings come from the page's blocks and from the text;
 * everything before the first one is a section without a name. Never throws; an empty note gives [].
 */
export function splitSections(input: AnalyzeInput): Section[] {
	const { text } = input;
	if (text.trim() === "") return [];
	const headings = withHashProblems(text, findHeadings(text, input.blocks));
	const sections: Section[] = [];
	let role: SectionRole = "unknown";
	let parent = "";
	const first = headings[0]?.lineStart ?? text.length;
	if (text.slice(0, first).trim() !== "") {
		sections.push({ name: "", role: "unknown", headingStart: 0, start: 0, end: first, items: [] });
	}
	for (let i = 0; i < headings.length; i++) {
		const heading = headings[i] as Heading;
		const end = headings[i + 1]?.lineStart ?? text.length;
		const name = text.slice(heading.start, heading.nameEnd);
		const known = heading.header?.role ?? roleWithin(name) ?? undefined;
		const last = sections[sections.length - 1];
		if (last !== undefined && PROBLEM_ROLES.has(last.role) && joinsProblem(heading, known)) {
			if (known !== undefined && known !== "system" && heading.lead !== "number") {
				last.parts = [...(last.parts ?? []), { role: known, start: heading.end, end }];
			}
			last.end = end;
			continue;
		}
		const section: Section = {
			name,
			role: "unknown",
			headingStart: heading.start,
			start: heading.end,
			end,
			items: [],
		};
		if (known === "system" || (known === undefined && CARRIED.has(role))) {
			section.role = known === "system" && !CARRIED.has(role) ? "exam" : role;
			if (parent !== "") section.parent = parent;
			if (known === "system" && !CARRIED.has(role)) role = "exam";
		} else {
			section.role = known ?? "unknown";
			role = section.role;
			parent = name;
		}
		sections.push(section);
	}
	applyFieldLabels(input, sections);
	for (const section of sections) settleRole(text, section);
	for (const section of sections) {
		section.items = findItems(text, section.start, section.end, section.role);
		clipParts(section);
	}
	markSame(text, sections);
	return sections;
}

/**
 * Inside a list of problems: a body system, a label with a bullet or known as one ("• Medical Treatment:"),
 * a name in capitals nobody knows, a numbered line that only looks like a heading ("3. Allergies: Zyrtec").
 */
function joinsProblem(heading: Heading, role: Section["role"] | "system" | undefined): boolean {
	if (role === "system" || role === undefined) return true;
	return heading.lead !== "" || heading.header?.form === "part";
}

/** A labelled part ends where the next problem begins. */
function clipParts(section: Section): void {
	for (const part of section.parts ?? []) {
		const next = section.items.find((item) => item.start > part.start && item.start < part.end);
		if (next !== undefined) part.end = next.start;
	}
}

/** Role at an offset of a section: that of the labelled part it stands in, else the section's. */
export function roleAt(section: Section, offset: number): SectionRole {
	for (const part of section.parts ?? []) if (part.start <= offset && offset < part.end) return part.role;
	return section.role;
}

/** A form field with a telling label is a section of its own. */
function applyFieldLabels(input: AnalyzeInput, sections: Section[]): void {
	const headers = headerTable();
	for (const block of input.blocks ?? []) {
		if (block.label === undefined) continue;
		const role = headers.get(headerKey(block.label))?.role;
		if (role === undefined || role === "system") continue;
		carve(sections, block.start, block.end, block.label, role);
	}
}

function carve(sections: Section[], start: number, end: number, name: string, role: SectionRole): void {
	const at = sections.findIndex((section) => section.start <= start && start < section.end);
	const host = sections[at];
	if (host === undefined) return;
	const stop = Math.min(end, host.end);
	const parts: Section[] = [];
	if (host.start < start) parts.push({ ...host, end: start });
	parts.push({ name, role, headingStart: start, start, end: stop, items: [] });
	if (stop < host.end) parts.push({ ...host, headingStart: stop, start: stop });
	sections.splice(at, 1, ...parts);
}

/** "PROCEDURE:" may hold the name or the whole report; "EXAM:" of an imaging report names the study. */
function settleRole(text: string, section: Section): void {
	const body = text.slice(section.start, section.end).trim();
	if (section.role === "procedure" && body.length > NAME_LENGTH && /[a-z]\.\s+[A-Z][a-z]/.test(body)) {
		section.role = "procedure-body";
	} else if (
		section.role === "exam" &&
		section.parent === undefined &&
		body.length < 200 &&
		IMAGING.test(body)
	) {
		if (/^(?:exam|examination)/i.test(section.name)) section.role = "procedure";
	}
}

/** "POSTOPERATIVE DIAGNOSIS: Same." refers to the preoperative diagnosis. */
function markSame(text: string, sections: Section[]): void {
	sections.forEach((section, index) => {
		if (section.role !== "postop-dx" && section.role !== "discharge-dx") return;
		const body = text.slice(section.start, section.end).trim();
		if (!/^(?:the\s+)?same\b|^as above\b|^as per preop/i.test(body)) return;
		const wanted: SectionRole = section.role === "postop-dx" ? "preop-dx" : "admission-dx";
		const other = sections.findIndex((candidate) => candidate.role === wanted);
		if (other >= 0 && other !== index) section.sameAs = other;
	});
}
