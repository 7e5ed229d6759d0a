export { contextOf } from "./context";
export { prepareSentence, type SentenceContext } from "./scopes";
export type { MentionContext } from "./types";
export { type ContextVerbOutput, contextVerb } from "./verb";
