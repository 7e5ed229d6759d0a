/** Value below which the share `q` of the times lies. */
export function quantile(times: readonly number[], q: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** A line of the table; numbers get two decimals. */
export function row(name: string, ...cells: (string | number)[]): string {
	const shown = cells.map((cell) => (typeof cell === "number" ? cell.toFixed(2) : cell).padStart(12));
	return name.padEnd(46) + shown.join("  ");
}
