import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { linesOf, withoutMiddle } from "./without-middle";

/** A title on at most two lines. A longer one loses its middle; the whole of it is in the hint. */
export function TwoLineTitle({ title, className = "" }: { title: string; className?: string }) {
	const box = useRef<HTMLParagraphElement>(null);
	const width = useWidth(box);
	const shown = useMemo(() => onTwoLines(title, box.current, width), [title, width]);
	return (
		<p ref={box} className={`two-lines ${className}`} title={title}>
			{shown === title ? (
				title
			) : (
				<>
					<span aria-hidden="true">{shown}</span>
					<span className="unseen">{title}</span>
				</>
			)}
		</p>
	);
}

/** Width of an element in whole pixels, 0 until it is known. */
function useWidth(element: RefObject<HTMLElement | null>): number {
	const [width, setWidth] = useState(0);
	useEffect(() => {
		if (element.current === null) return;
		const observer = new ResizeObserver((entries) =>
			setWidth(Math.floor(entries.at(-1)?.contentRect.width ?? 0)),
		);
		observer.observe(element.current);
		return () => observer.disconnect();
	}, [element]);
	return width;
}

let pen: CanvasRenderingContext2D | null | undefined;

/** Measured beside the page, because trying lengths in the page would lay the list out again and again. */
function onTwoLines(title: string, box: HTMLElement | null, width: number): string {
	pen ??= document.createElement("canvas").getContext("2d");
	if (!pen || box === null || width === 0) return title;
	pen.font = getComputedStyle(box).font;
	const measure = (text: string) => pen?.measureText(text).width ?? 0;
	const space = measure(" ");
	const fits = (words: readonly string[]) => linesOf(words.map(measure), space, width) <= 2;
	return withoutMiddle(title.split(" "), fits).join(" ");
}
