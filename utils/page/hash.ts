/**
 * A 53-bit hash of `text` as 14 hexadecimal digits. Not for secrets: it tells two patient banners apart
 * without keeping their words. (crypto.subtle is absent on the plain-http addresses of many hospitals.)
 * Two multiply-xor lanes, after the public-domain cyrb53.
 */
export function hash53(text: string, seed = 0): string {
	let a = 0xdeadbeef ^ seed;
	let b = 0x41c6ce57 ^ seed;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 2654435761);
		b = Math.imul(b ^ unit, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return (b & 0x1fffff).toString(16).padStart(6, "0") + (a >>> 0).toString(16).padStart(8, "0");
}
