import type { Preferences } from "../../messages/view";

/** Rows as text for the clipboard, in order: codes one a line, in one line, or with their titles. */
export function copyText(
	rows: readonly { code: string; title: string }[],
	format: Preferences["copyFormat"],
): string {
	if (format === "with-titles") return rows.map(({ code, title }) => `${code}\t${title}`).join("\n");
	return rows.map(({ code }) => code).join(format === "comma" ? ", " : "\n");
}
