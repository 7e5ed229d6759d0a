/** Longest stretch of work before messages get their turn, in milliseconds. */
const SLICE_MS = 12;

/** Gives waiting messages (a search, above all) their turn. */
function breathe(): Promise<void> {
	return new Promise((resolve) => {
		const channel = new MessageChannel();
		channel.port1.onmessage = () => {
			channel.port1.close();
			resolve();
		};
		channel.port2.postMessage(null);
	});
}

/**
 * Runs steps in slices under 20 ms. Resolves with their result, or with null as soon as `cancelled` says so:
 * the answer to an older text must never come after the newer one's.
 */
export async function runInSlices<T>(
	steps: Generator<void, T>,
	cancelled: () => boolean,
): Promise<{ value: T } | null> {
	for (;;) {
		const started = performance.now();
		do {
			const step = steps.next();
			if (step.done) return cancelled() ? null : { value: step.value };
		} while (performance.now() - started < SLICE_MS);
		await breathe();
		if (cancelled()) {
			steps.return(undefined as never);
			return null;
		}
	}
}
