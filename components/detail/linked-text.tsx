import { cutAtCodes, keepPunctuation } from "./code-links";

/** A text in which the codes it names are links. */
export function LinkedText({
	text,
	tabIndex,
	onCode,
}: {
	text: string;
	tabIndex?: 0 | -1 | undefined;
	onCode(code: string): void;
}) {
	let offset = 0;
	return keepPunctuation(cutAtCodes(text)).map((piece) => {
		const key = offset;
		offset += piece.before.length + piece.text.length + piece.after.length;
		const { code } = piece;
		if (code === undefined) return <span key={key}>{piece.text}</span>;
		return (
			<span key={key} className="nowrap">
				{piece.before}
				<button type="button" className="link" tabIndex={tabIndex} onClick={() => onCode(code)}>
					<span className="code">{piece.text}</span>
				</button>
				{piece.after}
			</span>
		);
	});
}
