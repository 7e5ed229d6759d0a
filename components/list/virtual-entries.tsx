import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { Entry } from "./rows";

/** Height assumed for an entry that has not been drawn yet, px. */
const ASSUMED_HEIGHT = 62;
const HEADING_HEIGHT = 26;

/**
 * Draws the entries that are in view, and the focused one wherever it is (else its focus would be lost
 * by scrolling). The nearest ancestor with class `scroll` is the scrolling element.
 */
export function VirtualEntries<T>({
	entries,
	focused,
	draw,
}: {
	entries: Entry<T>[];
	focused: string | null;
	draw(entry: Entry<T>, index: number): ReactNode;
}) {
	const focusedIndex = entries.findIndex((entry) => entry.key === focused);
	const list = useRef<HTMLDivElement>(null);
	const [above, setAbove] = useState(0);
	useLayoutEffect(() => {
		const scroll = scrollElement(list.current);
		if (list.current === null || scroll === null) return;
		const top = list.current.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
		setAbove(top + scroll.scrollTop);
	}, []);
	const virtualizer = useVirtualizer({
		scrollMargin: above,
		count: entries.length,
		getScrollElement: () => scrollElement(list.current),
		estimateSize: (index) => (entries[index]?.kind === "heading" ? HEADING_HEIGHT : ASSUMED_HEIGHT),
		getItemKey: (index) => entries[index]?.key ?? index,
		overscan: 6,
		rangeExtractor: (range) => {
			const shown = defaultRangeExtractor(range);
			if (focusedIndex < 0 || shown.includes(focusedIndex)) return shown;
			return [...shown, focusedIndex].sort((a, b) => a - b);
		},
	});
	return (
		<div ref={list} role="presentation" style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
			{virtualizer.getVirtualItems().map((item) => {
				const entry = entries[item.index];
				if (entry === undefined) return null;
				return (
					<div
						key={item.key}
						role="presentation"
						ref={virtualizer.measureElement}
						data-index={item.index}
						style={{
							position: "absolute",
							insetInline: 0,
							top: 0,
							transform: `translateY(${item.start - above}px)`,
						}}
					>
						{draw(entry, item.index)}
					</div>
				);
			})}
		</div>
	);
}

function scrollElement(list: HTMLElement | null): HTMLElement | null {
	return list?.closest<HTMLElement>(".scroll") ?? null;
}
