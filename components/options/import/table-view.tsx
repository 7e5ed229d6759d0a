import { useState } from "react";
import { compactCode, dottedCode, systemOf } from "../../../utils/codesets/code-text";
import type { ColumnMapping, ListRow } from "../../../utils/codesets/import/csv";
import { useAnnouncer } from "../../platform/announcer";
import { useApi } from "../../platform/api";
import { count } from "../../text/words";
import type { PlannedTable } from "./import-messages";

interface Props {
	table: PlannedTable;
	list: readonly ListRow[] | undefined;
	onRead: (name: string, mapping: ColumnMapping) => void;
}

/** More favourites than this are a code set, not favourites. */
const MOST = 2_000;

/** A plain table: the user says which column holds the codes; they become favourites. */
export function TableView({ table, list, onRead }: Props) {
	const [code, setCode] = useState(table.suggested?.code ?? 0);
	const [heading, setHeading] = useState(table.suggested !== null);
	const { add, adding } = useFavourites();
	const columns = table.rows[0] ?? [];
	return (
		<div className="import-table">
			<b>{table.name}</b>
			<div className="import-buttons">
				<label>
					Codes are in{" "}
					<select className="field" value={code} onChange={(event) => setCode(Number(event.target.value))}>
						{columns.map((name, i) => (
							<option key={i} value={i}>
								{heading ? name : `column ${i + 1} (${name})`}
							</option>
						))}
					</select>
				</label>
				<label>
					<input type="checkbox" checked={heading} onChange={(event) => setHeading(event.target.checked)} />{" "}
					the first row holds names
				</label>
				<button type="button" className="button" onClick={() => onRead(table.name, { code, heading })}>
					Read the table
				</button>
			</div>
			{list && (
				<div className="import-buttons">
					<span className="small">
						{count(list.length, "row")}:{" "}
						{list
							.slice(0, 6)
							.map((row) => row.code)
							.join(", ")}
					</span>
					<button type="button" className="button" disabled={adding} onClick={() => void add(list)}>
						Add to favourites
					</button>
				</div>
			)}
		</div>
	);
}

function useFavourites(): { add(list: readonly ListRow[]): Promise<void>; adding: boolean } {
	const api = useApi();
	const { tell } = useAnnouncer();
	const [adding, setAdding] = useState(false);
	const add = async (list: readonly ListRow[]) => {
		setAdding(true);
		let added = 0;
		try {
			for (const { code } of list.slice(0, MOST)) {
				const system = systemOf(code);
				if (system === null) continue;
				const written = dottedCode(system, compactCode(code));
				const outcome = await api.send("favourites.set", { system, code: written, on: true });
				if (outcome.ok) added++;
			}
			const left = list.length - added;
			tell(`${count(added, "code")} added to favourites${left > 0 ? `, ${left} not` : ""}`);
		} catch (error) {
			tell(`${count(added, "code")} added, then: ${(error as Error).message}`, "problem");
		}
		setAdding(false);
	};
	return { add, adding };
}
