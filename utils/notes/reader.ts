import type { CodeSet } from "../codesets/types";
import { makeDictionary, readDictionary, readPhrases } from "./build";
import { type Causes, causeTable } from "./causes/table";
import { bodyParts, impliedWholes, type PairedParts, pairedParts } from "./choose/body-parts";
import { type Describes, describingWords } from "./choose/describing";
import { type SideRegions, sideRegions } from "./choose/side-regions";
import { TitleReader } from "./choose/title-words";
import { type Dictionary, keyCounts, layOut } from "./dictionary/dictionary";
import { expansions, lexiconEntries } from "./dictionary/lexicon";
import type { PhraseHint } from "./dictionary/phrase-hint";
import { type Drugs, drugTable } from "./drugs/table";
import { type IndexPath, indexPathsOf } from "./explain/index-paths";
import { kindCues } from "./kind/guess";
import { type MarkOtherTime, otherTime } from "./match/other-time";
import { spellingOf } from "./match/spelling";
import { type IncludedIn, includedTable } from "./procedures/included";
import { type ProcedureIndex, procedureIndex, procedureWords } from "./procedures/index";
import { type Combination, combinations } from "./rules/combinations";
import { type Cues, openCues } from "./rules/cues";
import { type HistoryCodes, historyTable } from "./rules/history";
import { type LastingOf, lastingTable } from "./rules/lasting";
import { partnersOf } from "./rules/partners";
import { type NamesOperation, procedureNouns } from "./rules/procedure-nouns";
import { type PartOf, symptomTable } from "./rules/symptoms";
import { type SelectionModel, selectionModel } from "./select/model";
import { type TellingWords, tellingWords } from "./select/telling-words";
import { type InjuryVerbs, injuryVerbs } from "./terms/injury-verbs";
import { type MeaningOf, meaningWords } from "./terms/meaning-words";
import { siteKeys, specimenWords } from "./terms/site-label";
import { type WordForms, wordForms } from "./terms/word-forms";

/** Stages of reading that a measurement may leave out. */
export type Stage =
	| "specifics"
	| "context"
	| "sections"
	| "combinations"
	| "one condition"
	| "history"
	| "cues"
	| "spelling"
	| "implied sites";

/** Everything that reading notes needs of a code set; made once per release and kept. */
export interface NoteReader {
	readonly set: CodeSet;
	readonly forms: WordForms;
	readonly ids: Map<string, number>;
	readonly dictionaries: readonly Dictionary[];
	readonly titles: TitleReader;
	readonly parts: ReadonlyMap<string, readonly string[]>;
	/** Keys of places in the body. */
	readonly sites: ReadonlySet<string>;
	/** Words that tell how a specimen was taken. */
	readonly specimens: ReadonlySet<string>;
	/** True for the key of a place in the body. */
	readonly isPlace: (key: string) => boolean;
	/** Reads "broke his wrist" as a fracture. */
	readonly injuryVerbs: InjuryVerbs;
	/** Regions of the body that have sides of their own. */
	readonly sideRegions: SideRegions;
	/** Words that describe a condition named before them. */
	readonly describes: Describes;
	/** What a word means beside a condition: an episode of an injury, an open fracture, a noun that places share. */
	readonly meaning: MeaningOf;
	/** Marks words for an episode that tell of another time. */
	readonly markOtherTime: MarkOtherTime;
	/** Index paths that lead to a row. */
	readonly indexPaths: (row: number) => readonly IndexPath[];
	/** Parts that come in twos. */
	readonly pairs: PairedParts;
	/** What a body part implies. */
	readonly implied: ReadonlyMap<string, readonly string[]>;
	/** Keys that an abbreviation is short for. */
	readonly expansions: ReadonlyMap<string, readonly string[]>;
	/** Nearest known key of a word with a slip of one letter, or null. */
	readonly spelling: (key: string) => string | null;
	readonly lexicon: Dictionary;
	/** Conditions of the lexicon's entries. */
	readonly hints: readonly PhraseHint[];
	readonly cues: Cues;
	/** How the external causes of injuries are told. */
	readonly causes: Causes;
	/** Drugs and what they cause. */
	readonly drugs: Drugs;
	/** Categories that a code's notes ask for beside it. */
	readonly partners: (row: number) => readonly string[];
	readonly history: (code: string) => HistoryCodes | null;
	/** Conditions that stay. */
	readonly lasting: LastingOf;
	readonly combinations: readonly Combination[];
	/** Procedure sets by their names' words. */
	readonly procedures: readonly ProcedureIndex[];
	readonly procedureWords: ReadonlyMap<string, readonly string[]>;
	/** Where a look or an exploration is part of more. */
	readonly included: ReadonlyMap<string, readonly IncludedIn[]>;
	readonly kinds: ReturnType<typeof kindCues>;
	readonly partOf: PartOf;
	readonly tells: TellingWords;
	/** Whether words name an operation and no condition. */
	readonly namesOperation: NamesOperation;
	readonly model: SelectionModel;
	/** Stages left out; empty but in measurements. */
	readonly off: ReadonlySet<Stage>;
	/** How much a key says: high for a word few entries have. */
	rarity(id: number): number;
}

const COMMON = 3000;

/** Opens a reader over a code set and the procedure sets (CPT, HCPCS) beside it: from the pack's own dictionary when it has one, else by making it. */
export function openReader(set: CodeSet, procedures: readonly CodeSet[] = []): NoteReader {
	const forms = wordForms();
	const { dictionary, counts } = readDictionary(set) ?? makeDictionary(set);
	const ids = dictionary.ids;
	const phrases = readPhrases(set) ?? lexiconEntries(set, forms, dictionary);
	for (const [key, count] of keyCounts(phrases.entries)) counts.set(key, (counts.get(key) ?? 0) + count);
	const lexicon = layOut(phrases.entries, ids, counts);
	const parts = bodyParts();
	const implied = impliedWholes(parts);
	const sites = siteKeys(forms);
	const isPlace = (key: string): boolean => sites.has(key) || parts.has(key) || implied.has(key);
	const cues = openCues(set, forms, ids);
	const weights = new Float32Array(ids.size);
	for (const [key, id] of ids)
		weights[id] = Math.min(6, Math.max(0.5, Math.log(COMMON / (counts.get(key) ?? 1))));
	return {
		set,
		forms,
		ids,
		dictionaries: [dictionary],
		titles: new TitleReader(set, forms),
		parts,
		sites,
		specimens: specimenWords(),
		isPlace,
		injuryVerbs: injuryVerbs(forms, isPlace),
		describes: describingWords(forms, isPlace),
		meaning: meaningWords(forms),
		markOtherTime: otherTime(),
		indexPaths: indexPathsOf(set, forms),
		pairs: pairedParts(),
		sideRegions: sideRegions(forms),
		implied,
		expansions: expansions(forms),
		spelling: spellingOf(ids),
		lexicon,
		hints: phrases.hints,
		cues,
		causes: causeTable(),
		drugs: drugTable(),
		partners: partnersOf(set),
		history: historyTable(),
		lasting: lastingTable(),
		combinations: combinations(),
		procedures: procedures.map((one) => procedureIndex(one, forms)),
		procedureWords: procedureWords(forms),
		included: includedTable(),
		kinds: kindCues(),
		partOf: symptomTable(),
		tells: tellingWords(),
		namesOperation: procedureNouns(set, forms),
		model: selectionModel(),
		off: new Set(),
		rarity: (id) => weights[id] ?? 4,
	};
}
