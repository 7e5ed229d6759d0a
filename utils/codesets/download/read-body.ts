/** Largest archive that is fetched; the publishers' have a few megabytes. */
export const MAX_DOWNLOAD = 60_000_000;

/**
 * Reads a response's body piece by piece and reports how far it is.
 *
 * @throws RangeError when it is larger than any code set, Error when it ends early or is no archive.
 */
export async function readBody(
	response: Response,
	report: (done: number, total: number | null) => void,
): Promise<Uint8Array<ArrayBuffer>> {
	if (!response.ok) throw new Error(`the server answered ${response.status}`);
	const declared = Number(response.headers.get("content-length") ?? 0);
	// A packed transfer declares the packed length: then the total is unknown.
	const total = declared > 0 && !response.headers.get("content-encoding") ? declared : null;
	const parts: Uint8Array[] = [];
	let done = 0;
	const reader = response.body?.getReader();
	for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
		parts.push(piece.value);
		done += piece.value.length;
		if (done > MAX_DOWNLOAD) {
			await reader?.cancel();
			throw new RangeError("the file is larger than any code set");
		}
		report(done, total);
	}
	if (total !== null && done < total) throw new Error("the connection ended early");
	const bytes = new Uint8Array(done);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Error("what came is no zip archive");
	return bytes;
}
