import type { EvidenceView, SuggestionView } from "../../utils/messages/view";

/** What a coder can do with a suggestion; the row and its details share it. */
export interface SuggestionActions {
	accept(suggestion: SuggestionView, code?: string): void;
	reject(suggestion: SuggestionView): void;
	toggle(suggestion: SuggestionView): void;
	reveal(evidence: EvidenceView): void;
	showCode(suggestion: SuggestionView, code: string): void;
}
