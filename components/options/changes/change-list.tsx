import { useCallback, useMemo, useState } from "react";
import {
	type ChangeKind,
	type CodeChange,
	changesToCsv,
	countChanges,
} from "../../../utils/codesets/editions/diff";
import { useLoaded } from "../../data/use-loaded";
import { RowList } from "../../list/row-list";
import { useApi } from "../../platform/api";
import { saveFile } from "../../platform/save-file";
import { ChapterSelect } from "../../search/chapter-select";
import { count } from "../../text/words";
import { type ChangeFilter, filterChanges, KIND_WORDS } from "./filter-changes";

/** The changes with filters, and the way to a spreadsheet. */
export function ChangeList({ changes, name }: { changes: readonly CodeChange[]; name: string }) {
	const api = useApi();
	const load = useCallback(async () => {
		const lists = await Promise.all([
			api.send("favourites.list", {}),
			api.send("recents.list", {}),
			api.send("worksheet.codes", {}),
		]);
		return lists.flat().map((one) => one.code);
	}, [api]);
	const mine = useLoaded(load);
	const [filter, setFilter] = useState<ChangeFilter>({ kind: "", chapter: "", mine: null, headers: false });
	const shown = useMemo(() => filterChanges(changes, filter), [changes, filter]);
	const counts = useMemo(() => countChanges(changes), [changes]);
	const touched = useMemo(
		() => filterChanges(changes, { kind: "", chapter: "", mine: mine.value ?? [], headers: true }).length,
		[changes, mine.value],
	);
	return (
		<>
			<p className="small">
				{count(counts.added, "code")} added, {counts.deletedInAll} deleted (of these {counts["now-header"]}{" "}
				kept as headers), {counts.retitled} with a new title, {counts["now-billable"]} billable now; headers
				apart: {counts.headers}. Of your favourites, recent codes and open worksheets{" "}
				{touched === 0 ? "none is" : `${touched} ${touched === 1 ? "is" : "are"}`} touched.
			</p>
			<div className="change-filters small">
				<select
					className="field"
					aria-label="Kind of change"
					value={filter.kind}
					onChange={(event) => setFilter({ ...filter, kind: event.target.value as ChangeKind | "" })}
				>
					<option value="">All changes</option>
					{Object.entries(KIND_WORDS).map(([kind, words]) => (
						<option key={kind} value={kind}>
							{words}
						</option>
					))}
				</select>
				<ChapterSelect
					className="field"
					chapter={filter.chapter}
					onChoose={(chapter) => setFilter({ ...filter, chapter })}
				/>
				<label>
					<input
						type="checkbox"
						checked={filter.mine !== null}
						onChange={(event) =>
							setFilter({ ...filter, mine: event.target.checked ? (mine.value ?? []) : null })
						}
					/>{" "}
					Only codes I use
				</label>
				<label>
					<input
						type="checkbox"
						checked={filter.headers}
						onChange={(event) => setFilter({ ...filter, headers: event.target.checked })}
					/>{" "}
					Headers, too
				</label>
				<button
					type="button"
					className="button"
					onClick={() => saveFile(`chartside-changes-${name}.csv`, "text/csv", changesToCsv(shown))}
				>
					Save {count(shown.length, "row")} as CSV
				</button>
			</div>
			<div className="change-list scroll">
				{shown.length === 0 && <p className="empty muted">No such change.</p>}
				<RowList
					label="What changed"
					singleKeys={false}
					sections={[
						{ id: "all", title: "", rows: shown.map((item) => ({ key: `${item.kind} ${item.code}`, item })) },
					]}
					onRowKey={() => false}
					renderRow={(change) => <ChangeRow change={change} />}
				/>
			</div>
		</>
	);
}

function ChangeRow({ change }: { change: CodeChange }) {
	return (
		<div className="change-row">
			<span className="code change-code">{change.code}</span>
			<div>
				<p>{change.after ?? change.before}</p>
				<p className="small muted">
					{KIND_WORDS[change.kind]}
					{change.header && ", header"}
					{change.kind === "retitled" && <> · was: {change.before}</>}
					{change.successors.length > 0 && (
						<>
							{" · in its place: "}
							{change.successors.map((successor) => (
								<span key={successor.code} title={`${successor.title} (${successor.how})`}>
									<span className="code">{successor.code}</span>{" "}
								</span>
							))}
						</>
					)}
				</p>
			</div>
		</div>
	);
}
