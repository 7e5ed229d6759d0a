/**
 * The one list of messages: name, who may send it, request and response. Schemas stand in
 * `schemas.ts`; a test walks both. A message to a tab always names its frame.
 */
import type { CodeSystem, Day } from "../codesets/types";
import type { Depth, NoteKind, Setting } from "../notes/types";
import type { SearchAnswer } from "../search/types";
import type { Block } from "../text/note-text";
import type { CodeDetail, KeepReason, Preferences, ReleaseView, SiteView, TabView, WordsRef } from "./view";

/** An answer to a command: done, or a named refusal that a person can read. */
export type Outcome = { ok: true } | { ok: false; reason: RefusalReason; message: string };

export type RefusalReason =
	| "encounter-changed"
	| "document-gone"
	| "not-found"
	| "not-enabled"
	| "not-valid"
	| "storage-full"
	| "not-allowed";

/** A mark in the page: opaque number, place, and one of two styles. Never a code or a reason. */
export interface Mark {
	id: number;
	regionId: string;
	start: number;
	end: number;
	style: "solid" | "dotted" | "evidence";
}

export interface FrameRegion {
	regionId: string;
	revision: number;
	text: string;
	blocks: Block[];
	editable: boolean;
}

/** Sent by extension pages (panel, pop-up, options) to the background. */
export interface PageRequests {
	"tab.view": { request: { tabId: number }; response: TabView };
	"tab.read-once": { request: { tabId: number }; response: Outcome };
	"tab.set": {
		request: {
			tabId: number;
			setting?: Setting | null;
			kind?: NoteKind | null;
			depth?: Depth;
			date?: Day | null;
		};
		response: Outcome;
	};
	"tab.reveal": { request: { tabId: number; encounter: string; words: WordsRef }; response: Outcome };
	"suggestion.accept": {
		request: { tabId: number; encounter: string; id: string; code?: string };
		response: Outcome;
	};
	"suggestion.reject": { request: { tabId: number; encounter: string; id: string }; response: Outcome };
	"worksheet.add": {
		request: { tabId: number; encounter: string; system: CodeSystem; code: string };
		response: Outcome;
	};
	"worksheet.remove": { request: { tabId: number; encounter: string; id: string }; response: Outcome };
	/** Puts the rows in this order. */
	"worksheet.order": { request: { tabId: number; encounter: string; ids: string[] }; response: Outcome };
	/** Applies a check's fix: the whole list of codes, in order. */
	"worksheet.fix": { request: { tabId: number; encounter: string; codes: string[] }; response: Outcome };
	/** Records why the codes of a check stay; null takes the reason back. */
	"worksheet.keep": {
		request: { tabId: number; encounter: string; rule: string; codes: string[]; reason: KeepReason | null };
		response: Outcome;
	};
	"worksheet.undo": { request: { tabId: number; encounter: string }; response: Outcome };
	/** The text to copy, made by the background so that a stale sheet is refused. */
	"worksheet.copy": {
		request: { tabId: number; encounter: string; id?: string };
		response: { ok: true; text: string } | Extract<Outcome, { ok: false }>;
	};
	/** Codes on the worksheets of all open charts, each once: what an edition's changes are held against. */
	"worksheet.codes": { request: Record<string, never>; response: { system: CodeSystem; code: string }[] };
	"previous.discard": { request: { tabId: number }; response: Outcome };
	"finding.dismiss": { request: { tabId: number; encounter: string; id: string }; response: Outcome };
	"finding.mute": {
		request: { tabId: number; encounter: string; id: string; scope: "here" | "site" | "always" };
		response: Outcome;
	};
	"search.query": {
		request: {
			text: string;
			tabId?: number;
			limit?: number;
			systems?: CodeSystem[];
			chapters?: string[];
			billableOnly?: boolean;
		};
		response: SearchAnswer;
	};
	/** The words a person chose to look up from the page's menu or the address bar; given out once. */
	"search.pending": { request: Record<string, never>; response: { text: string | null } };
	/** Wakes the worker and its engine when a search box mounts. */
	"engine.wake": { request: Record<string, never>; response: { ready: boolean; message?: string } };
	/** Texts of the tables that an index is made from, for the import Worker: it is a bundle of its own. */
	"engine.tables": { request: Record<string, never>; response: Record<string, string> };
	"code.detail": {
		request: { system: CodeSystem; code: string; tabId?: number };
		response: CodeDetail | null;
	};
	/** Children of a code, or the chapters/categories at the top when `code` is missing. */
	"code.browse": {
		request: { system: CodeSystem; code?: string; tabId?: number };
		response: { code: string; title: string; billable: boolean; hasChildren: boolean }[];
	};
	"recents.list": {
		request: Record<string, never>;
		response: { system: CodeSystem; code: string; title: string }[];
	};
	"recents.add": { request: { system: CodeSystem; code: string }; response: Outcome };
	"recents.clear": { request: Record<string, never>; response: Outcome };
	"favourites.set": { request: { system: CodeSystem; code: string; on: boolean }; response: Outcome };
	"favourites.list": {
		request: Record<string, never>;
		response: { system: CodeSystem; code: string; title: string }[];
	};
	"sites.list": { request: Record<string, never>; response: SiteView[] };
	/** After the page got the permission on a click; the background registers and reads. */
	"sites.enable": { request: { tabId: number; origin: string; frames: string[] }; response: Outcome };
	"sites.disable": { request: { origin: string }; response: Outcome };
	"releases.list": { request: Record<string, never>; response: ReleaseView[] };
	/** The options page imported or removed an edition: the database already says so. */
	"releases.changed": { request: Record<string, never>; response: Outcome };
	"prefs.get": { request: Record<string, never>; response: Preferences };
	"prefs.set": { request: Partial<Preferences>; response: Outcome };
}

/** Sent by the reader in a frame of an enabled tab to the background. Sender gives tab, frame, document. */
export interface FrameRequests {
	/**
	 * `active`: whether this frame may read. `eager`: a person asked to read this very page, so its main
	 * text is read even when nothing announces a note.
	 */
	"frame.hello": { request: { top: boolean; origin: string }; response: { active: boolean; eager: boolean } };
	"frame.note": { request: { regions: FrameRegion[] }; response: Outcome };
	/** One edit of a region; refused with "send-all" when `base` is not what the background has. */
	"frame.edit": {
		request: {
			regionId: string;
			base: number;
			revision: number;
			start: number;
			end: number;
			insert: string;
			blocks: Block[];
		};
		response: { ok: boolean; sendAll?: boolean };
	};
	"frame.gone": { request: { regionIds: string[] }; response: Outcome };
	/** Child frames seen, and the hash of the visible patient banner (memory only). */
	"frame.surroundings": {
		request: {
			frames: { origin: string; why?: "cross-origin" | "sandboxed" | "pdf" | "canvas" }[];
			banner: string | null;
			address: string;
		};
		response: Outcome;
	};
	/** Text of a finding's card, for the closed shadow root. */
	"frame.card": {
		request: { id: number };
		response: { title: string; question: string; quote: string; source: string } | null;
	};
	"frame.card-action": { request: { id: number; action: "dismiss" | "panel" }; response: Outcome };
	/** Escape was pressed in a frame without a card: the card may stand in another frame of the tab. */
	"frame.escape": { request: Record<string, never>; response: Outcome };
	/** The document is leaving. */
	"frame.bye": { request: Record<string, never>; response: Outcome };
	"frame.activity": { request: Record<string, never>; response: Outcome };
}

/** Sent by the background to the reader of one frame. */
export interface ReaderRequests {
	/** The reader answers with all its regions, and sends its surroundings first. */
	"reader.send-all": { request: Record<string, never>; response: { regions: FrameRegion[] } };
	/** What the frame shows this very moment, looked at again: asked before a command that acts. */
	"reader.check": {
		request: Record<string, never>;
		response: { banner: string | null; address: string; regions: { regionId: string; revision: number }[] };
	};
	/** `revisions`: the text of each region that the offsets count in. */
	"reader.marks": {
		request: { marks: Mark[]; revisions: Record<string, number> };
		response: Outcome;
	};
	"reader.reveal": {
		request: { regionId: string; start: number; end: number; quote: string };
		response: Outcome;
	};
	"reader.close-card": { request: Record<string, never>; response: Outcome };
	"reader.stop": { request: Record<string, never>; response: Outcome };
}

/** Broadcast by the background to extension pages; carries no content. */
export interface Broadcasts {
	"view.changed": { tabId: number; revision: number };
	"engine.changed": Record<string, never>;
	"prefs.changed": Record<string, never>;
	/** Somebody asked for this finding, by its card or by the key for the next one. */
	"finding.asked": { tabId: number; id: string };
	/** Somebody asked for a look-up outside the panel: ask `search.pending`. */
	"search.asked": Record<string, never>;
}
