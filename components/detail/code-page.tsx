import { ArrowLeft } from "lucide-react";
import { useCallback, useEffect, useRef } from "react";
import { useLoaded } from "../data/use-loaded";
import { useApi } from "../platform/api";
import { CodeFacts } from "./code-facts";
import { CodeHeader } from "./code-header";
import type { CodePageActions } from "./code-page-actions";
import { CodeTree } from "./code-tree";
import type { CodePages } from "./use-code-pages";
import "./code-page.css";

/** A page of the code set: one code with everything known of it, or the top of a system. */
export function CodePageView({
	pages,
	tabId,
	date,
	singleKeys,
	actions,
}: {
	pages: CodePages;
	tabId: number | null;
	/** Date of service: it picks the edition, so a new one loads the page again. */
	date?: string;
	singleKeys: boolean;
	actions: CodePageActions;
}) {
	const api = useApi();
	const top = useRef<HTMLButtonElement>(null);
	const system = pages.page?.system ?? "ICD-10-CM";
	const code = pages.page?.code;
	const tab = tabId === null ? undefined : tabId;

	// Asked again with another date of service: the date itself is known to the background
	const load = useCallback(async () => {
		if (code === undefined) return null;
		return api.send("code.detail", { system, code, ...(tab === undefined ? {} : { tabId: tab }) });
	}, [api, system, code, tab, date]);
	const detail = useLoaded(load);

	// A new page starts at its top, with the focus on the way back.
	useEffect(() => {
		top.current?.focus();
		top.current?.closest(".scroll")?.scrollTo?.(0, 0);
	}, [system, code]);

	const showCode = (next: string) => pages.show({ system, code: next });

	return (
		<section
			className="code-page"
			aria-label={code === undefined ? `${system} tree` : `${code} in ${system}`}
			onKeyDown={(event) => {
				if (event.key !== "Escape") return;
				pages.back();
				event.stopPropagation();
			}}
		>
			<nav className="code-page-bar" aria-label="Code set">
				<button ref={top} type="button" className="button" title="Escape" onClick={pages.back}>
					<ArrowLeft size={14} aria-hidden="true" /> Back
				</button>
				{pages.deeper && (
					<button type="button" className="link small" onClick={pages.close}>
						Close
					</button>
				)}
			</nav>
			{code === undefined ? (
				<CodeTree system={system} tabId={tabId} singleKeys={singleKeys} onPage={pages.show} />
			) : detail.failed !== null ? (
				<p className="empty">
					The code set did not answer ({detail.failed}).{" "}
					<button type="button" className="link" onClick={detail.reload}>
						Try again
					</button>
				</p>
			) : detail.value === null ? (
				<Missing code={code} system={system} loading={!detail.answered} />
			) : (
				<>
					<CodeHeader detail={detail.value} actions={actions} onCode={showCode} />
					<CodeFacts detail={detail.value} onCode={showCode} onTop={() => pages.show({ system })} />
					{detail.value.children.length > 0 && (
						<CodeTree system={system} code={code} tabId={tabId} singleKeys={singleKeys} onPage={pages.show} />
					)}
				</>
			)}
		</section>
	);
}

function Missing({ code, system, loading }: { code: string; system: string; loading: boolean }) {
	if (loading) return <p className="empty muted late">Looking up {code}</p>;
	return (
		<p className="empty">
			{code} is not in the {system} edition in force on this date. The starter set has the common codes only;
			the complete set can be imported in the options.
		</p>
	);
}
