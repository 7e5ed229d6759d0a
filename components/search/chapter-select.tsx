import { CHAPTERS } from "./chapters";

/** One chapter of ICD-10-CM, by its number; "" for all. */
export function ChapterSelect({
	className,
	chapter,
	onChoose,
}: {
	className: string;
	chapter: string;
	onChoose(chapter: string): void;
}) {
	return (
		<select
			className={className}
			aria-label="Chapter"
			value={chapter}
			onChange={(event) => onChoose(event.target.value)}
		>
			<option value="">All chapters</option>
			{CHAPTERS.map(({ number, name }) => (
				<option key={number} value={number}>
					{number} {name}
				</option>
			))}
		</select>
	);
}
