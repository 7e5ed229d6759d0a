import { useEffect } from "react";
import { DropZone, FileTrigger } from "react-aria-components";
import { useAnnouncer } from "../../platform/announcer";
import { count } from "../../text/words";
import { ChooseButton } from "./choose-button";
import { DownloadPanel } from "./download-panel";
import { filesOf } from "./dropped-files";
import { FailureView } from "./failure-view";
import { GoneEditions } from "./gone-editions";
import type { ImportedEdition } from "./import-messages";
import "./import.css";
import { PlanView } from "./plan-view";
import { ProgressView } from "./progress-view";
import { useImport } from "./use-import";
import { WipeCpt } from "./wipe-cpt";

/** Drop or choose the publishers' files, see what they are, import them. */
export function ImportPanel() {
	const { state, read, readTable, start, cancel } = useImport();
	const { say } = useAnnouncer();
	const imported = "imported" in state ? state.imported : [];
	const last = imported.at(-1);
	useEffect(() => {
		if (last) say(`${last.key.replace("/", " ")} is installed`);
	}, [last, say]);
	const busy = state.step === "reading" || state.step === "importing";

	return (
		<div className="import">
			<GoneEditions />
			<h3>Import official files</h3>
			<p className="muted">
				Zips as the publisher ships them, several at once: ICD-10-CM order files with tabular list and index,
				ICD-10-PCS, HCPCS, and your own licensed CPT files. They are read here and go nowhere.
			</p>
			{!busy && (
				<DropZone
					className="import-drop"
					aria-label="Drop code set files here"
					onDrop={(event) => void filesOf(event.items).then(read)}
				>
					<span className="muted">Drop files here, or </span>
					<FileTrigger allowsMultiple onSelect={(files) => read(Array.from(files ?? []))}>
						<ChooseButton />
					</FileTrigger>
				</DropZone>
			)}
			{!busy && state.step !== "planned" && <DownloadPanel onFiles={read} />}
			{state.step === "planned" && (
				<PlanView plan={state.plan} list={state.list} onRead={readTable} onStart={start} onCancel={cancel} />
			)}
			{state.step === "reading" && (
				<ProgressView title="Looking at the files" progress={state.progress} onCancel={cancel} />
			)}
			{state.step === "importing" && (
				<ProgressView
					title={`Importing ${state.edition.replace("/", " ")}`}
					progress={state.progress}
					onCancel={cancel}
				/>
			)}
			{state.step === "failed" && <FailureView failure={state.failure} />}
			<ImportedList imported={imported} />
			<WipeCpt />
		</div>
	);
}

function ImportedList({ imported }: { imported: readonly ImportedEdition[] }) {
	if (imported.length === 0) return null;
	return (
		<ul className="plain-list small">
			{imported.map((edition) => (
				<li key={edition.key} data-bytes={edition.bytes} data-write-ms={Math.round(edition.ms.write)}>
					<b>{edition.key.replace("/", " ")}</b> is installed: {count(edition.rows, "row")},{" "}
					{edition.billable.toLocaleString("en-US")} billable, in {(edition.ms.total / 1000).toFixed(1)} s
				</li>
			))}
		</ul>
	);
}
