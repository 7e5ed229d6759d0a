/**
 * Guards a list against answers that come late: only the answer to the query that was asked last is let
 * through.
 */
export class Latest {
	#asked = 0;

	/** Marks a new query; returns a check that is true only while no newer one was asked. */
	ask(): () => boolean {
		const mine = ++this.#asked;
		return () => mine === this.#asked;
	}

	/** Runs `answer` and gives its result, or null when a newer query was asked meanwhile. Errors of old queries are dropped too. */
	async run<T>(answer: () => Promise<T>): Promise<T | null> {
		const current = this.ask();
		try {
			const result = await answer();
			return current() ? result : null;
		} catch (error) {
			if (!current()) return null;
			throw error;
		}
	}
}
