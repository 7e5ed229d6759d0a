import { ChevronRight } from "lucide-react";
import { useCallback } from "react";
import { CODE_SYSTEMS, type CodeSystem } from "../../utils/codesets/types";
import { useLoaded } from "../data/use-loaded";
import { RowList } from "../list/row-list";
import { useApi } from "../platform/api";
import type { CodePage } from "./use-code-pages";

/** The codes under a code, or the top of a system, one level at a time. */
export function CodeTree({
	system,
	code,
	tabId,
	singleKeys,
	onPage,
}: {
	system: CodeSystem;
	code?: string;
	tabId: number | null;
	singleKeys: boolean;
	onPage(page: CodePage): void;
}) {
	const api = useApi();
	const load = useCallback(
		() =>
			api.send("code.browse", {
				system,
				...(code === undefined ? {} : { code }),
				...(tabId === null ? {} : { tabId }),
			}),
		[api, system, code, tabId],
	);
	const children = useLoaded(load);
	const rows = (children.value ?? []).map((child) => ({ key: child.code, item: child }));
	return (
		<div className="code-tree">
			{code === undefined && (
				<label className="code-tree-system small">
					<span className="muted">Code system</span>{" "}
					<select
						className="field"
						value={system}
						onChange={(event) => onPage({ system: event.target.value as CodeSystem })}
					>
						{CODE_SYSTEMS.map((name) => (
							<option key={name}>{name}</option>
						))}
					</select>
				</label>
			)}
			{children.failed !== null && (
				<p className="empty small">The code set did not answer ({children.failed}).</p>
			)}
			{children.value?.length === 0 && (
				<p className="empty muted">No {system} codes are installed. The options say how to import them.</p>
			)}
			<RowList
				label={code === undefined ? `${system} codes` : `Codes under ${code}`}
				singleKeys={singleKeys}
				sections={[{ id: "children", title: code === undefined ? "" : `Under ${code}`, rows }]}
				onRowKey={(key, child) => {
					if (key !== "Enter" && key !== "o") return false;
					onPage({ system, code: child.code });
					return true;
				}}
				onRowClick={(child) => onPage({ system, code: child.code })}
				renderRow={(child) => (
					<div className="tree-row">
						<span className={`code ${child.billable ? "tree-billable" : "muted"}`}>{child.code}</span>
						<span>{child.title}</span>
						{child.hasChildren && (
							<ChevronRight size={14} className="muted" aria-label="has codes under it" />
						)}
					</div>
				)}
			/>
		</div>
	);
}
