import { Label, ProgressBar } from "react-aria-components";
import type { ImportProgress } from "../../../utils/codesets/import/progress";
import { megabytes } from "./megabytes";

const STAGE_WORDS: Record<ImportProgress["stage"], string> = {
	unpack: "Unpacking",
	read: "Reading",
	build: "Putting together",
	index: "Indexing",
	write: "Storing",
	verify: "Checking",
};

/** The stage an import is in, with counts, and a way to stop it. */
export function ProgressView({
	title,
	progress,
	onCancel,
}: {
	title: string;
	progress: ImportProgress | null;
	onCancel: () => void;
}) {
	const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 0;
	return (
		<div className="import-progress">
			<ProgressBar value={share}>
				<Label>
					<b>{title}</b>
				</Label>
				<div className="import-bar">
					<div style={{ inlineSize: `${share}%` }} />
				</div>
			</ProgressBar>
			<p className="small muted">{progress === null ? "Starting" : progressWords(progress)}</p>
			<div className="import-buttons">
				<button type="button" className="button" onClick={onCancel}>
					Cancel
				</button>
				<span className="small muted">What is installed stays in use until the new edition is whole.</span>
			</div>
		</div>
	);
}

/** "Reading icd10cm_order_2026.txt, 3.1 MB of 14.7 MB". */
export function progressWords({ stage, name, done, total, unit }: ImportProgress): string {
	const file = name.split("/").at(-1) ?? name;
	const what = file ? `${STAGE_WORDS[stage]} ${file}` : STAGE_WORDS[stage];
	if (unit === "bytes") return `${what}, ${megabytes(done)} of ${megabytes(total)}`;
	return `${what}, ${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}`;
}
