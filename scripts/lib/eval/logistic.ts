/** Logistic regression on sparse named features: what the selection weights are fitted with. */

export interface Example {
	features: ReadonlyMap<string, number>;
	/** 1 when the coder reported it. */
	label: number;
	weight: number;
}

/** A feature that fewer candidates have says nothing that would hold elsewhere. */
const LEAST_SEEN = 8;

/**
 * Fits weights by batch gradient descent with adaptive steps and a quadratic penalty (`ridge`) on all but the bias.
 * Deterministic: the same examples in the same order give the same weights.
 */
export function fit(examples: readonly Example[], ridge: number, rounds = 300): Map<string, number> {
	const seen = new Map<string, number>();
	for (const { features } of examples)
		for (const name of features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
	const index = new Map<string, number>();
	for (const [name, count] of seen) if (count >= LEAST_SEEN) index.set(name, index.size);
	const names = [...index.keys()];
	const rows = examples.map(({ features }) => {
		const known = [...features].filter(([name]) => index.has(name));
		const ids = Int32Array.from(known, ([name]) => index.get(name) as number);
		const values = Float64Array.from(known, ([, value]) => value);
		return { ids, values };
	});
	const w = new Float64Array(names.length);
	const m = new Float64Array(names.length);
	const v = new Float64Array(names.length);
	const g = new Float64Array(names.length);
	const bias = index.get("bias") ?? -1;
	for (let round = 1; round <= rounds; round++) {
		g.fill(0);
		for (let r = 0; r < rows.length; r++) {
			const { ids, values } = rows[r] as (typeof rows)[number];
			const { label, weight } = examples[r] as Example;
			let sum = 0;
			for (let k = 0; k < ids.length; k++) sum += (w[ids[k] as number] as number) * (values[k] as number);
			const error = weight * (1 / (1 + Math.exp(-sum)) - label);
			for (let k = 0; k < ids.length; k++) {
				const id = ids[k] as number;
				g[id] = (g[id] as number) + error * (values[k] as number);
			}
		}
		for (let i = 0; i < w.length; i++) {
			const slope = (g[i] as number) + (i === bias ? 0 : ridge * (w[i] as number));
			m[i] = 0.9 * (m[i] as number) + 0.1 * slope;
			v[i] = 0.999 * (v[i] as number) + 0.001 * slope * slope;
			const step = 0.05 / (1 + round / 150);
			w[i] =
				(w[i] as number) -
				(step * ((m[i] as number) / (1 - 0.9 ** round))) /
					(Math.sqrt((v[i] as number) / (1 - 0.999 ** round)) + 1e-8);
		}
	}
	return new Map(names.map((name, i) => [name, w[i] as number]));
}
