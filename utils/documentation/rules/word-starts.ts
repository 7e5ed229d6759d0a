/** Letters of a word that are told apart; more would tell little more. */
const LENGTH = 4;
/** More beginnings than this tell a note apart no longer. */
const MOST = 60;

/** A way a match can begin: letters and figures so far, and whether more of them can follow. */
interface Start {
	letters: string;
	open: boolean;
}

/**
 * The beginnings of words with which a match of a pattern can begin ("mdd", "depr" for
 * "depress(?:ion|ive)|mdd"); null when they cannot be told. Understands what our tables use: letters, groups,
 * "|", "?" and look-arounds; anything else ends a beginning. Case is ignored.
 */
export function wordStarts(source: string): string[] | null {
	const starts = new Reader(source).alternatives();
	const found = new Set(starts.map(({ letters }) => letters.toLowerCase()));
	return found.has("") || found.size > MOST ? null : [...found];
}

class Reader {
	#at = 0;
	#source: string;

	constructor(source: string) {
		this.#source = source;
	}

	/** Beginnings of all alternatives up to the end of the group or of the pattern. */
	alternatives(): Start[] {
		const all = this.#sequence();
		while (this.#source[this.#at] === "|") {
			this.#at++;
			all.push(...this.#sequence());
		}
		return all;
	}

	#sequence(): Start[] {
		let starts: Start[] = [{ letters: "", open: true }];
		while (this.#at < this.#source.length && !"|)".includes(this.#source[this.#at] as string)) {
			const part = this.#part();
			if (starts.some(({ open }) => open)) starts = joined(starts, part);
		}
		return starts;
	}

	/** One letter, class or group with what says how often it stands there. */
	#part(): Start[] {
		const part = this.#single();
		const times = /^(?:[?*+]|\{\d*,?\d*\})\??/.exec(this.#source.slice(this.#at))?.[0] ?? "";
		this.#at += times.length;
		if (times === "") return part;
		// May be missing; said again, nothing more is known behind it.
		const optional = /^[?*]|^\{0?,/.test(times) ? [{ letters: "", open: true }] : [];
		const once = times.startsWith("?") ? part : part.map(({ letters }) => ({ letters, open: false }));
		return [...optional, ...once];
	}

	#single(): Start[] {
		const rest = this.#source.slice(this.#at);
		if (rest[0] === "(") return this.#group(rest);
		if (rest[0] === "[") {
			const text = /^\[(?:\\.|[^\]\\])*\]/.exec(rest)?.[0] ?? rest;
			this.#at += text.length;
			const letters = /^\[([a-z0-9]+)\]$/i.exec(text)?.[1];
			return letters
				? [...letters].map((letter) => ({ letters: letter, open: true }))
				: [{ letters: "", open: false }];
		}
		const text = rest[0] === "\\" ? rest.slice(0, 2) : (rest[0] as string);
		this.#at += text.length;
		if (text === "\\b") return [{ letters: "", open: true }];
		return /^[a-z0-9]$/i.test(text) ? [{ letters: text, open: true }] : [{ letters: "", open: false }];
	}

	#group(rest: string): Start[] {
		const head = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(rest)?.[0] ?? "(";
		this.#at += head.length;
		const inner = this.alternatives();
		this.#at++;
		// A look-around takes no letter.
		return /[=!]$/.test(head) ? [{ letters: "", open: true }] : inner;
	}
}

function joined(starts: readonly Start[], part: readonly Start[]): Start[] {
	const all = new Map<string, Start>();
	for (const start of starts) {
		const next = start.open
			? part.map(({ letters, open }) => ({ letters: start.letters + letters, open }))
			: [start];
		for (const { letters, open } of next) {
			const cut = letters.slice(0, LENGTH);
			const more = open && letters.length < LENGTH;
			all.set(`${cut} ${more}`, { letters: cut, open: more });
		}
	}
	return [...all.values()];
}

/** Beginnings, up to the length that is told apart, of all words of a text. */
export function startsOf(text: string): ReadonlySet<string> {
	const starts = new Set<string>();
	for (const word of text.toLowerCase().match(/[a-z0-9]+/g) ?? []) {
		// Where the longest beginning is there, the shorter ones are.
		for (let length = Math.min(word.length, LENGTH); length > 0; length--) {
			const start = word.slice(0, length);
			if (starts.has(start)) break;
			starts.add(start);
		}
	}
	return starts;
}
