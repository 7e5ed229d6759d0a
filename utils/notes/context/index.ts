export { contextOf } from "./context";
export { prepareSentence, type SentenceContext } from "./scopes";
export type { MentionContext, Temporality } from "./types";
export { type ContextVerbInput, type ContextVerbOutput, contextVerb } from "./verb";
