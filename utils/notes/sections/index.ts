export { splitSentences } from "./sentences";
export { roleAt, splitSections } from "./split";
export type { Section, SectionRole } from "./types";
