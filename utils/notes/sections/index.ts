export { splitSentences } from "./sentences";
export { roleAt, splitSections } from "./split";
export { SECTION_ROLES, type Section, type SectionRole } from "./types";
