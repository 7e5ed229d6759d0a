import { useState } from "react";
import type { ColumnMapping, ListRow } from "../../../utils/codesets/import/csv";
import { count, dayInWords } from "../../text/words";
import type { PlannedEdition, PlannedImport } from "./import-messages";
import { megabytes } from "./megabytes";
import { TableView } from "./table-view";

interface Props {
	plan: PlannedImport;
	/** Rows of a table that was read. */
	list: readonly ListRow[] | undefined;
	onRead: (name: string, mapping: ColumnMapping) => void;
	onStart: (cptLicence: boolean) => void;
	onCancel: () => void;
}

/** What the files are, what they will replace and need, and the question about the CPT licence. */
export function PlanView({ plan, list, onRead, onStart, onCancel }: Props) {
	const [licence, setLicence] = useState(false);
	const needsLicence = plan.editions.some((edition) => edition.system === "CPT");
	const needed = plan.editions.reduce((sum, edition) => sum + edition.estimate, 0);
	const tooBig = plan.free !== null && needed > plan.free;
	return (
		<div className="import-plan">
			{plan.editions.length === 0 && plan.tables.length === 0 && <p>No code set was found in these files.</p>}
			<ul className="option-rows">
				{plan.editions.map((edition) => (
					<EditionLine key={edition.key} edition={edition} />
				))}
			</ul>
			{plan.tables.map((table) => (
				<TableView key={table.name} table={table} list={list} onRead={onRead} />
			))}
			{plan.ignored.length > 0 && (
				<details className="small">
					<summary>{count(plan.ignored.length, "file")} not needed</summary>
					<ul className="plain-list">
						{plan.ignored.map((file) => (
							<li key={file.name}>
								{file.name}: {file.reason}
							</li>
						))}
					</ul>
				</details>
			)}
			{needsLicence && (
				<label className="import-licence">
					<input type="checkbox" checked={licence} onChange={(event) => setLicence(event.target.checked)} />
					<span>
						I hold a licence of the American Medical Association for these CPT files, and I use them here
						under its terms.
					</span>
				</label>
			)}
			{plan.editions.length > 0 && (
				<p className="small muted">
					Storage needed: about {megabytes(needed)}
					{plan.free !== null && ` of ${megabytes(plan.free)} free`}
				</p>
			)}
			{tooBig && <p className="small status-bad">There is not enough room for this. Nothing is changed.</p>}
			<div className="import-buttons">
				{plan.editions.length > 0 && (
					<button
						type="button"
						className="button primary"
						disabled={tooBig || (needsLicence && !licence)}
						onClick={() => onStart(licence)}
					>
						Import
					</button>
				)}
				<button type="button" className="button" onClick={onCancel}>
					{plan.editions.length > 0 ? "Cancel" : "Close"}
				</button>
			</div>
		</div>
	);
}

function EditionLine({ edition }: { edition: PlannedEdition }) {
	const until = edition.validTo === null ? "on" : `to ${dayInWords(edition.validTo)}`;
	return (
		<li>
			<div>
				<b>
					{edition.system} {edition.edition}
				</b>{" "}
				{edition.replaces && <span className="tag">replaces the installed one</span>}
				<p className="small muted">
					in force from {dayInWords(edition.validFrom)} {until} · {count(edition.files.length, "file")}
				</p>
				{edition.borrows !== null && (
					<p className="small muted">Notes and index are taken over from {edition.borrows}</p>
				)}
			</div>
		</li>
	);
}
