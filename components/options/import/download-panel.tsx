import { PUBLISHERS } from "../../../utils/codesets/download/publishers";
import { count } from "../../text/words";
import { megabytes } from "./megabytes";
import { type Download, useDownload } from "./use-download";

/** Fetch an edition from its publisher, on a click: the one thing that Chartside ever fetches. */
export function DownloadPanel({ onFiles }: { onFiles: (files: File[]) => void }) {
	const download = useDownload(onFiles);
	const { state, look } = download;
	const busy = state.step === "looking" || state.step === "fetching";
	return (
		<details className="import-download">
			<summary>Download from the publisher</summary>
			<p className="small muted">
				The browser asks for access to the publisher’s site first. Only the code files are requested; nothing
				about you or a chart is sent.
			</p>
			<div className="import-buttons">
				{PUBLISHERS.map((publisher) => (
					<button
						key={publisher.id}
						type="button"
						className="button"
						disabled={busy}
						onClick={() => look(publisher)}
					>
						{publisher.title}
					</button>
				))}
			</div>
			<Step download={download} />
		</details>
	);
}

function Step({ download: { state, fetchEdition, cancel } }: { download: Download }) {
	if (state.step === "idle") return null;
	if (state.step === "failed") {
		return (
			<p className="small status-bad" role="alert">
				{state.reason} Nothing is changed.
			</p>
		);
	}
	if (state.step === "offered") {
		return (
			<ul className="option-rows">
				{state.editions.map((edition) => (
					<li key={edition.label}>
						<div>
							<b>
								{state.publisher.system} {edition.label}
							</b>
							<p className="small muted">
								{count(edition.files.length, "file")}: {edition.files.map((file) => file.name).join(", ")}
							</p>
						</div>
						<button
							type="button"
							className="button"
							aria-label={`Download ${state.publisher.system} ${edition.label}`}
							onClick={() => fetchEdition(edition)}
						>
							Download
						</button>
					</li>
				))}
			</ul>
		);
	}
	return (
		<div className="import-buttons">
			<span className="small" role="status">
				{state.step === "looking" ? "Reading the publisher’s listing" : fetchWords(state)}
			</span>
			<button type="button" className="button" onClick={cancel}>
				Cancel
			</button>
		</div>
	);
}

function fetchWords({ name, done, total }: { name: string; done: number; total: number | null }): string {
	return `${name}: ${megabytes(done)}${total === null ? "" : ` of ${megabytes(total)}`}`;
}
