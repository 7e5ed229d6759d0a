import type { DropItem } from "react-aria-components";

/** Files out of what was dropped; a folder gives all files in it. */
export async function filesOf(items: readonly DropItem[]): Promise<File[]> {
	const files: File[] = [];
	for (const item of items) {
		if (item.kind === "file") files.push(await item.getFile());
		else if (item.kind === "directory") {
			for await (const entry of item.getEntries()) files.push(...(await filesOf([entry])));
		}
	}
	return files;
}
