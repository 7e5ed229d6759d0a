import * as v from "valibot";
import type { PageRequests } from "../requests";
import {
	day,
	depth,
	MAX_QUERY,
	noteKind,
	nothing,
	offset,
	origin,
	setting,
	shortText,
	system,
	tabId,
} from "./shared";

const encounter = shortText;
const inEncounter = { tabId, encounter };
const words = v.strictObject({
	frameId: offset,
	documentId: shortText,
	regionId: shortText,
	start: offset,
	end: offset,
});
const codeList = v.pipe(v.array(shortText), v.maxLength(500));

const preferences = v.strictObject({
	idleMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(480))),
	depth: v.exactOptional(depth),
	externalCauses: v.exactOptional(v.boolean()),
	singleKeys: v.exactOptional(v.boolean()),
	marksInPage: v.exactOptional(v.boolean()),
	theme: v.exactOptional(v.picklist(["system", "light", "dark"])),
	showCpt: v.exactOptional(v.boolean()),
	copyFormat: v.exactOptional(v.picklist(["lines", "comma", "with-titles"])),
	findingsCap: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500))),
	mutedRules: v.exactOptional(v.array(v.strictObject({ rule: shortText, origin: v.exactOptional(origin) }))),
	queryTemplate: v.exactOptional(v.pipe(v.string(), v.maxLength(2_000))),
	synonyms: v.exactOptional(
		v.pipe(v.array(v.strictObject({ phrase: shortText, code: shortText })), v.maxLength(2_000)),
	),
});

/** What each request of an extension page has to look like. */
export const pageSchemas: {
	[Name in keyof PageRequests]: v.GenericSchema<unknown, PageRequests[Name]["request"]>;
} = {
	"tab.view": v.strictObject({ tabId }),
	"tab.read-once": v.strictObject({ tabId }),
	"tab.set": v.strictObject({
		tabId,
		setting: v.exactOptional(v.nullable(setting)),
		kind: v.exactOptional(v.nullable(noteKind)),
		depth: v.exactOptional(depth),
		date: v.exactOptional(v.nullable(day)),
	}),
	"tab.reveal": v.strictObject({ ...inEncounter, words }),
	"suggestion.accept": v.strictObject({ ...inEncounter, id: shortText, code: v.exactOptional(shortText) }),
	"suggestion.reject": v.strictObject({ ...inEncounter, id: shortText }),
	"worksheet.add": v.strictObject({ ...inEncounter, system, code: shortText }),
	"worksheet.remove": v.strictObject({ ...inEncounter, id: shortText }),
	"worksheet.order": v.strictObject({ ...inEncounter, ids: codeList }),
	"worksheet.fix": v.strictObject({ ...inEncounter, codes: codeList }),
	"worksheet.keep": v.strictObject({
		...inEncounter,
		rule: shortText,
		codes: codeList,
		reason: v.nullable(v.picklist(["unrelated", "different-site", "provider-confirmed", "local-rule"])),
	}),
	"worksheet.undo": v.strictObject(inEncounter),
	"worksheet.copy": v.strictObject({ ...inEncounter, id: v.exactOptional(shortText) }),
	"worksheet.codes": nothing,
	"previous.discard": v.strictObject({ tabId }),
	"finding.dismiss": v.strictObject({ ...inEncounter, id: shortText }),
	"finding.mute": v.strictObject({
		...inEncounter,
		id: shortText,
		scope: v.picklist(["here", "site", "always"]),
	}),
	"search.query": v.strictObject({
		text: v.pipe(v.string(), v.maxLength(MAX_QUERY)),
		tabId: v.exactOptional(tabId),
		limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500))),
		systems: v.exactOptional(v.array(system)),
		chapters: v.exactOptional(v.pipe(v.array(shortText), v.maxLength(40))),
		billableOnly: v.exactOptional(v.boolean()),
	}),
	"search.pending": nothing,
	"engine.wake": nothing,
	"engine.tables": nothing,
	"code.detail": v.strictObject({ system, code: shortText, tabId: v.exactOptional(tabId) }),
	"code.browse": v.strictObject({
		system,
		code: v.exactOptional(shortText),
		tabId: v.exactOptional(tabId),
	}),
	"recents.list": nothing,
	"recents.add": v.strictObject({ system, code: shortText }),
	"recents.clear": nothing,
	"favourites.set": v.strictObject({ system, code: shortText, on: v.boolean() }),
	"favourites.list": nothing,
	"sites.list": nothing,
	"sites.enable": v.strictObject({
		tabId,
		origin,
		frames: v.pipe(v.array(origin), v.maxLength(100)),
	}),
	"sites.disable": v.strictObject({ origin }),
	"releases.list": nothing,
	"releases.changed": nothing,
	"prefs.get": nothing,
	"prefs.set": preferences,
};
