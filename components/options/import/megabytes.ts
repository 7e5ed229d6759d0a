/** "640 kB", "9.8 MB", "12 GB". */
export function megabytes(bytes: number): string {
	const [value, unit] =
		bytes >= 1e9 ? [bytes / 1e9, "GB"] : bytes >= 1e5 ? [bytes / 1e6, "MB"] : [Math.ceil(bytes / 1e3), "kB"];
	return `${value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}
