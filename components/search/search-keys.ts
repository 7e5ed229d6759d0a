/** What a key in the search box does to the list under it. */
export type SearchKey = "next" | "previous" | "pick" | "open" | "leave" | "first" | "last" | null;

/** Keys of the search box: arrows move through the results, Enter picks, Alt+Enter opens, Escape leaves. */
export function searchKey(event: {
	key: string;
	altKey: boolean;
	ctrlKey: boolean;
	metaKey: boolean;
	nativeEvent?: { isComposing?: boolean };
}): SearchKey {
	// While an input method is composing a character, Enter and the arrows belong to it.
	if (event.nativeEvent?.isComposing === true) return null;
	switch (event.key) {
		case "ArrowDown":
			return event.ctrlKey || event.metaKey ? "last" : "next";
		case "ArrowUp":
			return event.ctrlKey || event.metaKey ? "first" : "previous";
		case "Enter":
			return event.altKey ? "open" : "pick";
		case "Escape":
			return "leave";
		default:
			return null;
	}
}

/** The active place after a move; -1 is the box itself, from where "previous" goes to the last result. */
export function placeAfter(key: "next" | "previous" | "first" | "last", place: number, size: number): number {
	if (size === 0) return -1;
	if (key === "first") return 0;
	if (key === "last") return size - 1;
	if (key === "next") return place + 1 >= size ? 0 : place + 1;
	return place <= 0 ? size - 1 : place - 1;
}
