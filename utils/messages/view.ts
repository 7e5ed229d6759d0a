/**
 * What the extension's pages are shown of a tab. Made in the background, held in memory only.
 * Quotes of the note are in here: a TabView may go to extension-origin pages and nowhere else.
 */
import type { CodeNote, CodeSystem, Day } from "../codesets/types";
import type { FindingLevel, Topic } from "../documentation/types";
import type { EditFinding } from "../edits/types";
import type { CodeFacts } from "../engine/detail";
import type {
	Depth,
	MoreSpecific,
	NoteKind,
	Reason,
	Setting,
	SpanStatus,
	SuggestionGroup,
} from "../notes/types";

/** Where words stand: a region of a frame's document, with offsets into that region's text. */
export interface WordsRef {
	frameId: number;
	documentId: string;
	regionId: string;
	start: number;
	end: number;
}

export interface EvidenceView extends WordsRef {
	/** The words themselves, and a little context on both sides for reading. */
	quote: string;
	before: string;
	after: string;
	status: SpanStatus;
	section?: string;
}

export interface SuggestionView {
	/** Opaque, stable while the suggestion's code and document stay. */
	id: string;
	system: CodeSystem;
	code: string;
	title: string;
	billable: boolean;
	kind: "diagnosis" | "procedure";
	group: SuggestionGroup;
	status: SpanStatus;
	selected: boolean;
	companion: boolean;
	/** What the coder did with it. */
	decision: "open" | "accepted" | "rejected";
	evidence: EvidenceView[];
	reasons: Reason[];
	moreSpecific: MoreSpecific[];
	/** Excludes, code first, use additional … of the code and its ancestors. */
	notes: CodeNote[];
}

export interface FindingView {
	id: string;
	rule: string;
	topic: Topic;
	level: FindingLevel;
	title: string;
	question: string;
	source: string;
	query: string;
	where: EvidenceView;
	indicators: EvidenceView[];
	codes: string[];
}

export interface WorksheetRow {
	/** Row id, stable while the row is on the sheet. */
	id: string;
	system: CodeSystem;
	code: string;
	title: string;
	/** Where it came from: a suggestion, the search box, or the EHR's own field. */
	from: "suggestion" | "search" | "page";
	evidence: EvidenceView[];
}

/** Why a coder keeps codes that a check questions. A fixed list: nothing of the note is kept with it. */
export type KeepReason = "unrelated" | "different-site" | "provider-confirmed" | "local-rule";

/** A check that the coder has answered: it is shown as kept, with the reason. */
export interface KeptCheck {
	rule: string;
	codes: string[];
	reason: KeepReason;
}

/** A worksheet that was closed because the chart changed. Read-only. */
export interface PreviousChart {
	closedAt: number;
	why: "patient-changed" | "navigated" | "idle" | "locked";
	rows: { system: CodeSystem; code: string; title: string }[];
}

/** A frame that was not read and what would let us. `enable` names the origin to ask for. */
export interface UnreadableFrame {
	/** Origin ("https://docs.example") or a plain word ("PDF", "canvas"). */
	what: string;
	why: string;
	/** Match pattern to ask for ("https://docs.example/*"), when asking helps. */
	enable?: string;
}

export interface ReadView {
	regions: number;
	frames: number;
	words: number;
	unreadable: UnreadableFrame[];
	/** A page is open that was loaded before the extension was: it has to be reloaded. */
	needsReload: boolean;
}

export type TabStatus =
	/** The site is not enabled and nothing is read. */
	| "off"
	/** Reading or analysing for the first time. */
	| "reading"
	/** Read; there may be no note in it (`read.regions === 0`). */
	| "ready"
	/** A page no extension may read (browser pages, the web store, a PDF viewer). */
	| "unavailable"
	| "error";

export interface TabView {
	tabId: number;
	/** Grows with each change of anything below. */
	revision: number;
	status: TabStatus;
	/** For "error": what happened, what still works, what to do. */
	message?: string;
	/**
	 * `origin` is "" when the browser does not tell us the tab's address (no permission yet, and the
	 * toolbar button was not used). `askFor` holds match patterns, to be passed to permissions.request
	 * as they are, in the click itself; pass the same list to "sites.enable" as `frames`.
	 */
	site: { origin: string; enabled: boolean; readOnce: boolean; canEnable: boolean; askFor: string[] };
	/** Opaque id of the encounter; commands name it and are refused when it is gone. Null while none is open. */
	encounter: string | null;
	previous: PreviousChart | null;
	read: ReadView;
	analysing: boolean;
	setting: { value: Setting; guessed: boolean };
	kind: { value: NoteKind; guessed: boolean };
	depth: Depth;
	date: Day;
	/** Editions in force on that date. */
	editions: { system: CodeSystem; edition: string; starter: boolean }[];
	suggestions: SuggestionView[];
	findings: FindingView[];
	worksheet: WorksheetRow[];
	checks: EditFinding[];
	/** Checks that were answered with a reason to keep the codes. */
	kept: KeptCheck[];
	canUndo: boolean;
}

/** A code page: what the set says of the code, and what is kept of it here. */
export interface CodeDetail extends CodeFacts {
	favourite: boolean;
	/** For a code that is not valid on the asked date. */
	ended?: { on: Day; replacedBy: string[] };
}

export interface ReleaseView {
	id: string;
	system: CodeSystem;
	edition: string;
	validFrom: Day;
	validTo: Day | null;
	sources: { name: string; sha256: string }[];
	counts: { rows: number; billable: number };
	borrowedFrom?: string;
	starter: boolean;
	bytes: number;
}

export interface SiteView {
	/** Top origin that was enabled. */
	origin: string;
	/** Origins of frames inside it that were enabled with it. */
	frames: string[];
	/** False when the browser's permission is gone. */
	granted: boolean;
}

export interface Preferences {
	/** Minutes without input after which an encounter is wiped. */
	idleMinutes: number;
	depth: Depth;
	externalCauses: boolean;
	singleKeys: boolean;
	marksInPage: boolean;
	theme: "system" | "light" | "dark";
	showCpt: boolean;
	/** What "copy all" puts between codes. */
	copyFormat: "lines" | "comma" | "with-titles";
	/** Findings shown per note at most. */
	findingsCap: number;
	mutedRules: { rule: string; origin?: string }[];
	/** The user's own frame around a query draft, with {draft}, {title}, {quote}, {place}, {question}; "" for none. */
	queryTemplate: string;
	/** The user's own "when I type this I mean that code". */
	synonyms: { phrase: string; code: string }[];
}
