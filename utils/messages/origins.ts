/** The origin of an address a reader can run in; null for browser pages, files and nonsense. */
export function webOrigin(address: string | undefined): string | null {
	if (address === undefined) return null;
	try {
		const url = new URL(address);
		return url.protocol === "https:" || url.protocol === "http:" ? url.origin : null;
	} catch {
		return null;
	}
}

/**
 * The match pattern of an origin, as permissions and registrations want it. Patterns know no port: a
 * permission for "http://ehr.example:8080" covers every port of that host.
 */
export function patternOf(origin: string): string | null {
	const web = webOrigin(origin);
	if (web === null) return null;
	const url = new URL(web);
	return `${url.protocol}//${url.hostname}/*`;
}

/** Accepts an origin or a pattern and gives the pattern; null for anything else. */
export function asPattern(originOrPattern: string): string | null {
	return patternOf(originOrPattern.replace(/\/\*$/, ""));
}

/** True when the pattern covers the origin (every port of the same scheme and host). */
export function covers(pattern: string, origin: string): boolean {
	return patternOf(origin) === pattern;
}
