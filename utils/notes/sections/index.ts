export { splitSentences } from "./sentences";
export { roleAt, splitSections } from "./split";
export type { Section, SectionItem, SectionPart, SectionRole } from "./types";
