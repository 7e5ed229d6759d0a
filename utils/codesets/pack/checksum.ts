/**
 * FNV-1a over little-endian 32-bit words, the tail padded with zeros, the length mixed in last.
 * Every step is a bijection of the state, so any change inside one word always changes the sum:
 * it finds a damaged or half-written pack. It is no protection against somebody who forges one.
 *
 * @param bytes must start at a multiple of 4 in its buffer.
 */
export function checksum(bytes: Uint8Array): number {
	const whole = bytes.length >>> 2;
	const words = new Uint32Array(bytes.buffer, bytes.byteOffset, whole);
	let sum = 0x811c9dc5;
	for (let i = 0; i < whole; i++) sum = Math.imul(sum ^ words[i]!, 0x01000193);
	let tail = 0;
	for (let i = whole * 4; i < bytes.length; i++) tail |= bytes[i]! << ((i & 3) * 8);
	sum = Math.imul(sum ^ tail, 0x01000193);
	return Math.imul(sum ^ bytes.length, 0x01000193) >>> 0;
}
