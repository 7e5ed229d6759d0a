/**
 * Edit distance with insertions, deletions, substitutions and swaps of neighbours (optimal string alignment),
 * cut off: returns a number greater than `max` as soon as the distance must exceed it. Code units.
 */
export function editDistance(a: string, b: string, max: number): number {
	const n = a.length;
	const m = b.length;
	if (Math.abs(n - m) > max) return max + 1;
	if (a === b) return 0;
	let before = new Uint16Array(m + 1);
	let above = new Uint16Array(m + 1);
	let row = new Uint16Array(m + 1);
	for (let j = 0; j <= m; j++) above[j] = j;
	for (let i = 1; i <= n; i++) {
		row[0] = i;
		let least = i;
		const ca = a.charCodeAt(i - 1);
		for (let j = 1; j <= m; j++) {
			const cb = b.charCodeAt(j - 1);
			let d = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (ca === cb ? 0 : 1));
			if (i > 1 && j > 1 && ca === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === cb)
				d = Math.min(d, before[j - 2]! + 1);
			row[j] = d;
			if (d < least) least = d;
		}
		if (least > max) return max + 1;
		[before, above, row] = [above, row, before];
	}
	return above[m]!;
}
