/**
 * All numbers that shape the ranking, in one place. Fitted on the development queries over all sets at once
 * (npm run eval:search shows the effect); none of them knows a single query.
 */
export const WEIGHTS = {
	/** Exponent on the rarity of a word: 0 = all words alike, 1 = full inverse frequency. */
	rarity: 0.95,
	/** Loss per unit of query weight that nothing in the entry answers. */
	unmatched: 0.2,
	/** Loss for words of the entry that the query did not ask for, by kind of entry. */
	extraTitle: 0.65,
	extraIndex: 0.65,
	extraInclusion: 0.35,
	extraPhrase: 0.7,
	/** Softens the extra loss for short queries. */
	extraFloor: 4,
	/** Head start by kind of entry. */
	kindIndex: -0.03,
	kindDrug: -0.05,
	kindExternal: -0.08,
	kindInclusion: 0,
	kindPhrase: 0.05,
	/** The default code of an index main term. */
	defaultEntry: 0.08,
	/** Gain for words that another entry of the same code (or its family) answers. */
	union: 0.6,
	/** Loss for specifics that the chosen child adds to its header. */
	childExtra: 0.1,
	/** Completed, corrected, synonymous words count a little less than the word itself. */
	completion: 0.85,
	correction: 0.92,
	synonym: 0.9,
	/** The noun of an adjective, the adjective of a noun. */
	derived: 0.85,
	/** A reading whose best entry answers less of the query than this has nothing to say. */
	leastShare: 0.15,
	/** Loss, in units of the word's weight, when an entry says the opposite of the query. */
	opposite: 0.5,
	/** Share of weight of a bare number in a query: it chooses among siblings, it names no condition. */
	number: 0.5,
	/** Share of cost of a word that stands under "without" in an entry and was not asked for. */
	negatedCost: 0.3,
	/** Weight of a query word that no entry knows, in units of the rarest word's. */
	unknown: 0.7,
	/** Gain for a title that is like the query letter by letter. */
	likeness: 0.3,
	/** A favourite or recent code. */
	boost: 0.06,
	/** How much a rewritten query ("htn" -> "hypertension") counts beside the literal one. */
	rewrite: 0.9,
};

/** Words that say little: [share of weight in a query, share of cost when an entry has them unasked]. */
export const WORD_CLASSES: Readonly<Record<string, readonly [number, number]>> = {
	unspecified: [0.3, 0.05],
	other: [0.7, 0.5],
	specified: [0.5, 0.4],
	disease: [0.6, 0.5],
	disorder: [0.6, 0.5],
	syndrome: [0.7, 0.6],
	condition: [0.5, 0.5],
	type: [0.4, 0.4],
	site: [0.4, 0.4],
	elsewhere: [0.7, 0.7],
	classified: [0.1, 0.1],
	encounter: [0.3, 0.3],
	initial: [1, 0.1],
	closed: [1, 0.1],
	subsequent: [1, 1],
	autosomal: [0.3, 0.5],
	recessive: [0.3, 0.5],
	dominant: [0.3, 0.5],
	linked: [0.3, 0.5],
	isolated: [0.4, 0.5],
	nonsyndromic: [0.3, 0.5],
	syndromic: [0.3, 0.5],
	related: [0.4, 0.5],
	associated: [0.4, 0.5],
	hereditary: [0.5, 0.5],
	familial: [0.5, 0.5],
	episode: [0.5, 1],
	care: [0.5, 1],
	applicable: [0.3, 0.3],
	present: [0.4, 0.5],
	current: [0.6, 0.5],
	involving: [0.4, 0.4],
	part: [0.5, 0.5],
	means: [0.5, 0.5],
	affecting: [0.4, 0.5],
	management: [0.5, 0.5],
	classifiable: [0.3, 0.3],
};
