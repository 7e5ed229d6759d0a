import { Copy, TextSearch } from "lucide-react";
import { type Ref, useCallback } from "react";
import type { CodeSystem } from "../../utils/codesets/types";
import { IconButton } from "../controls/icon-button";
import { useLoaded } from "../data/use-loaded";
import { RowList, type RowListHandle } from "../list/row-list";
import { useApi } from "../platform/api";

interface Known {
	system: CodeSystem;
	code: string;
	title: string;
}

/** Favourites and the codes copied last: Enter copies. */
export function KnownCodes({
	handle,
	singleKeys,
	onCopy,
	onOpen,
}: {
	handle: Ref<RowListHandle>;
	singleKeys: boolean;
	onCopy(system: CodeSystem, code: string): void;
	onOpen(system: CodeSystem, code: string): void;
}) {
	const api = useApi();
	const load = useCallback(async () => {
		const [favourites, recents] = await Promise.all([
			api.send("favourites.list", {}),
			api.send("recents.list", {}),
		]);
		return { favourites, recents };
	}, [api]);
	const known = useLoaded(load);
	if (known.failed !== null) {
		return <p className="empty small muted">Favourites and recents could not be loaded ({known.failed}).</p>;
	}
	if (known.value === null) return null;
	const { favourites, recents } = known.value;
	if (favourites.length === 0 && recents.length === 0) {
		return (
			<p className="empty muted">
				Type words, an abbreviation or the start of a code. Enter copies the code; the codes you copied last
				are listed here.
			</p>
		);
	}
	const rows = (group: string, codes: Known[]) =>
		codes.map((item) => ({ key: `${group} ${item.system} ${item.code}`, item }));
	return (
		<RowList
			label="Favourites and recent codes"
			handle={handle}
			singleKeys={singleKeys}
			sections={[
				{ id: "favourites", title: "Favourites", rows: rows("favourite", favourites) },
				{ id: "recents", title: "Copied last", rows: rows("recent", recents) },
			]}
			onRowKey={(key, item) => {
				if (key === "Enter" || key === "c") onCopy(item.system, item.code);
				else if (key === "o") onOpen(item.system, item.code);
				else return false;
				return true;
			}}
			onRowClick={(item) => onCopy(item.system, item.code)}
			renderRow={(item, focused) => (
				<div className="known-row">
					<span className="code known-code">{item.code}</span>
					<span className="on-hover known-buttons">
						<IconButton
							name={`Copy ${item.code}`}
							hint="Copy (Enter)"
							tabIndex={focused ? 0 : -1}
							onClick={() => onCopy(item.system, item.code)}
						>
							<Copy size={14} aria-hidden="true" />
						</IconButton>
						<IconButton
							name={`Open ${item.code}`}
							hint="Open the code (o)"
							tabIndex={focused ? 0 : -1}
							onClick={() => onOpen(item.system, item.code)}
						>
							<TextSearch size={14} aria-hidden="true" />
						</IconButton>
					</span>
					<span className="title-lines known-title">{item.title}</span>
				</div>
			)}
		/>
	);
}
