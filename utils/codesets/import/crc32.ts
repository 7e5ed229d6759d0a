const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
	let c = n;
	for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb8_8320 : c >>> 1;
	return c;
});

/** CRC-32 as zip archives use it. */
export function crc32(bytes: Uint8Array): number {
	let sum = 0xffff_ffff;
	for (let i = 0; i < bytes.length; i++) sum = TABLE[(sum ^ bytes[i]!) & 255]! ^ (sum >>> 8);
	return (sum ^ 0xffff_ffff) >>> 0;
}
