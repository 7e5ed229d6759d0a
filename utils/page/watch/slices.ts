/** Longest stretch on the page's main thread, in milliseconds: well inside a frame. */
const SLICE_MS = 8;

/** Lets the page have its turn; resolves in idle time, or after 80 ms on a page that has none. */
export function pause(view: Window): Promise<void> {
	return new Promise((resolve) => {
		if (typeof view.requestIdleCallback === "function") {
			view.requestIdleCallback(() => resolve(), { timeout: 80 });
		} else view.setTimeout(resolve, 0);
	});
}

/**
 * Runs steps in short slices until they are done. Resolves with their result and the milliseconds of work,
 * or with null when `signal` was aborted.
 */
export async function inSlices<T>(
	steps: Generator<void, T>,
	view: Window,
	signal: AbortSignal,
): Promise<{ value: T; ms: number } | null> {
	let ms = 0;
	for (;;) {
		const started = performance.now();
		do {
			const step = steps.next();
			if (step.done) return { value: step.value, ms: ms + performance.now() - started };
		} while (performance.now() - started < SLICE_MS);
		ms += performance.now() - started;
		await pause(view);
		if (signal.aborted) return null;
	}
}
