import { describe, expect, it } from "vitest";
import { Latest } from "../../../utils/search/latest";

/** A promise with its handles. */
function pending<T>() {
	let settle!: { resolve: (value: T) => void; reject: (error: Error) => void };
	const promise = new Promise<T>((resolve, reject) => {
		settle = { resolve, reject };
	});
	return { promise, ...settle };
}

describe("Latest", () => {
	it("drops the answer of an older query, whatever the order of arrival", async () => {
		const latest = new Latest();
		const a = pending<string>();
		const b = pending<string>();
		const first = latest.run(() => a.promise);
		const second = latest.run(() => b.promise);
		b.resolve("newer");
		a.resolve("older");
		expect(await second).toBe("newer");
		expect(await first).toBeNull();
	});
	it("drops errors of older queries and passes on those of the newest", async () => {
		const latest = new Latest();
		const a = pending<string>();
		const b = pending<string>();
		const first = latest.run(() => a.promise);
		const second = latest.run(() => b.promise);
		a.reject(new Error("old"));
		b.reject(new Error("new"));
		expect(await first).toBeNull();
		await expect(second).rejects.toThrow("new");
	});
});
