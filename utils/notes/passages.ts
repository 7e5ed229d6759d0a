import type { TextRange } from "../text/note-text";
import type { SaidSide } from "./choose/side-regions";
import type { Section, SectionRole } from "./sections";

/** A stretch of a section that belongs together: a problem item or a paragraph. */
export interface Passage extends TextRange {
	section: number;
	/** Range of its heading, when it is a problem item. */
	title: TextRange | null;
	/** 1 for the first item of its section. */
	order: number;
	keys: ReadonlySet<string>;
	/** Sides it names. */
	sides: readonly SaidSide[];
	/** Words that only describe conditions of these categories in it. */
	owned: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Roles whose heading may say what the note is about ("SCREENING MAMMOGRAM", "WELL CHILD VISIT"). */
const TELLING = new Set<SectionRole>(["unknown", "procedure", "procedure-body"]);

/** Passages of a note: the items of a section, and the paragraphs between them. */
export function passagesOf(text: string, sections: readonly Section[]): Passage[] {
	const passages: Passage[] = [];
	sections.forEach((section, index) => {
		let at = section.start;
		let order = 1;
		if (TELLING.has(section.role) && section.name.trim().split(/\s+/).length >= 3) {
			const end = section.headingStart + section.name.length;
			if (end <= section.start)
				passages.push({
					start: section.headingStart,
					end,
					section: index,
					title: null,
					order: order++,
					keys: new Set(),
					sides: [],
					owned: new Map(),
				});
		}
		const add = (start: number, end: number, title: TextRange | null): void => {
			if (text.slice(start, end).trim() === "") return;
			passages.push({
				start,
				end,
				section: index,
				title,
				order: order++,
				keys: new Set(),
				sides: [],
				owned: new Map(),
			});
		};
		const between = (start: number, end: number): void => {
			let from = start;
			for (let line = text.indexOf("\n", from); line >= 0 && line < end; line = text.indexOf("\n", from)) {
				add(from, line, null);
				from = line + 1;
			}
			add(from, end, null);
		};
		for (const item of section.items) {
			if (item.start > at) between(at, item.start);
			add(item.start, item.end, { start: item.titleStart, end: item.titleEnd });
			at = Math.max(at, item.end);
		}
		if (at < section.end) between(at, section.end);
	});
	return passages;
}
