import type { TextRange } from "../../text/note-text";
import type { SectionRole } from "../sections/types";
import type { SpanStatus } from "../types";
import type { ScopedTrigger, SentenceContext } from "./scopes";
import type { MentionContext, TriggerKind } from "./types";

/**
 * Context of the mention at `target` (offsets of the same text the sentence was prepared from) in a section
 * of this role. A trigger inside the mention itself does not count ("family history of" as a code's words).
 */
export function contextOf(sentence: SentenceContext, target: TextRange, role: SectionRole): MentionContext {
	const over = new Map<TriggerKind, ScopedTrigger>();
	let toldAsHistory = role !== "unknown" && PAST.has(role);
	for (const candidate of sentence.triggers) {
		const { scope, trigger, kind } = candidate;
		if (trigger.start < target.end && target.start < trigger.end) {
			if (kind === "habit" || (kind === "historical" && trigger.start <= target.start)) toldAsHistory = true;
			continue;
		}
		if (kind === "habit" || scope.end <= target.start || scope.start >= target.end) continue;
		const known = over.get(kind);
		if (known === undefined || distance(trigger, target) < distance(known.trigger, target))
			over.set(kind, candidate);
	}
	// "once the infection has resolved": it is there now.
	if (over.has("resolved") && over.has("hypothetical")) {
		over.delete("resolved");
		over.delete("hypothetical");
	}
	const family = over.get("family") ?? over.get("other");
	const hypothetical = over.get("hypothetical") ?? over.get("screening");
	const historical = over.get("historical");
	const denied = over.get("negated") ?? over.get("resolved");
	const uncertain = over.get("uncertain") ?? over.get("consistent");
	const context: MentionContext = {
		status: "affirmed",
		negated: denied !== undefined,
		uncertain: uncertain !== undefined || role === "differential",
		mild: uncertain?.kind === "consistent" && role !== "differential",
		temporality: "recent",
		experiencer: family !== undefined || RELATIVES.has(role) ? "other" : "patient",
		resolved: over.has("resolved") && !over.has("negated"),
		bySection: false,
	};
	// What was looked for is a matter of now; only a screening as such concerns nobody's disease yet.
	const advice = HYPOTHETICAL.has(role) && !presupposed(over.get("own"), target);
	if (over.has("hypothetical") || advice) context.temporality = "hypothetical";
	else if (historical !== undefined || over.has("known") || over.has("family") || toldAsHistory)
		context.temporality = "historical";
	decide(context, role, { advice, denied, family, hypothetical, uncertain, historical });
	return context;
}

const HYPOTHETICAL = new Set<SectionRole>(["education", "template"]);
/** Sections that tell of what was before; social history and allergies say so without being over. */
const PAST = new Set<SectionRole>(["pmh", "psh", "social", "allergies", "family", "family-social"]);
/** Sections in which an illness is a relative's unless something else is said. */
const RELATIVES = new Set<SectionRole>(["family", "family-social"]);

interface Deciding {
	/** The section tells what may happen, and the mention is not the patient's own. */
	advice: boolean;
	denied: ScopedTrigger | undefined;
	family: ScopedTrigger | undefined;
	hypothetical: ScopedTrigger | undefined;
	uncertain: ScopedTrigger | undefined;
	historical: ScopedTrigger | undefined;
}

/** The status that leads: denied, then whose it is, then whether it is at all, then when it was. */
function decide(context: MentionContext, role: SectionRole, over: Deciding): void {
	const set = (status: SpanStatus, by: ScopedTrigger | undefined): void => {
		context.status = status;
		if (by === undefined) context.bySection = true;
		else context.trigger = { start: by.trigger.start, end: by.trigger.end };
	};
	if (over.denied !== undefined) set(context.resolved ? "historical" : "negated", over.denied);
	else if (over.family !== undefined)
		set(over.family.kind === "other" ? "other-person" : "family", over.family);
	else if (RELATIVES.has(role)) set("family", undefined);
	else if (over.hypothetical !== undefined) set("hypothetical", over.hypothetical);
	else if (over.advice) set("hypothetical", undefined);
	else if (over.uncertain !== undefined) set("uncertain", over.uncertain);
	else if (role === "differential") set("uncertain", undefined);
	else if (over.historical !== undefined) set("historical", over.historical);
	else if (role === "pmh" || role === "psh") set("historical", undefined);
}

/** "his diabetes", "her left knee pain": what one has already, even among instructions. */
function presupposed(own: ScopedTrigger | undefined, target: TextRange): boolean {
	return own !== undefined && target.start - own.trigger.end <= 14;
}

function distance(trigger: TextRange, target: TextRange): number {
	return trigger.start >= target.end ? trigger.start - target.end : target.start - trigger.end;
}
