import { createInterface } from "node:readline";

/** Lines of standard input, blank ones left out. */
export async function* inputLines(): AsyncGenerator<{ text: string; line: number }> {
	let line = 0;
	for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
		line++;
		if (text.trim() !== "") yield { text, line };
	}
}

/** Parses a JSON line; throws an Error that names the line. */
export function parseLine<T>(text: string, line: number): T {
	try {
		return JSON.parse(text) as T;
	} catch (error) {
		throw new Error(`standard input, line ${line}: ${error instanceof Error ? error.message : "not JSON"}`);
	}
}

/** Writes one JSON line. */
export function printLine(value: unknown): void {
	process.stdout.write(`${JSON.stringify(value)}\n`);
}
