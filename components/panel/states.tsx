import type { ReactNode } from "react";
import type { TabView } from "../../utils/messages/view";
import type { Commands } from "../data/use-commands";
import { hostOf } from "../text/words";
import { EnableButton } from "./enable-button";

function State({ title, children }: { title: string; children?: ReactNode }) {
	return (
		<div className="state">
			<h2>{title}</h2>
			{children}
		</div>
	);
}

/** Before anything is known of the tab, or when the background does not answer. */
export function NoView({ failed, onRetry }: { failed: string | null; onRetry(): void }) {
	if (failed === null) return <p className="state muted late">Asking for this tab</p>;
	return (
		<State title="Chartside’s background did not answer">
			<p className="muted">{failed}. Nothing of the chart is lost; the note is read again once it answers.</p>
			<button type="button" className="button" onClick={onRetry}>
				Try again
			</button>
		</State>
	);
}

/** What is shown in place of the views while the tab has nothing to show; null when it has. */
export function TabState({
	view,
	commands,
	onRetry,
}: {
	view: TabView;
	commands: Commands;
	onRetry(): void;
}): ReactNode {
	switch (view.status) {
		case "off":
			return <Off view={view} commands={commands} />;
		case "unavailable":
			return (
				<State title="This page cannot be read">
					<p className="muted">
						{view.message ??
							"No extension may read the browser’s own pages, the web store or its PDF viewer."}{" "}
						The code search above works here, too.
					</p>
				</State>
			);
		case "error":
			// An open chart keeps its worksheet; the panel says what failed above it.
			if (view.encounter !== null) return null;
			return (
				<State title="This page was not read">
					<p className="muted">
						{view.message ?? "Something failed while it was read. The code search works."}
					</p>
					<button type="button" className="button" onClick={onRetry}>
						Try again
					</button>
				</State>
			);
		case "reading":
			return view.read.regions === 0 ? <p className="state muted late">Reading this page</p> : null;
		case "ready":
			return view.read.regions === 0 && view.worksheet.length === 0 ? <NoNote view={view} /> : null;
	}
}

function Off({ view, commands }: { view: TabView; commands: Commands }) {
	const host = view.site.origin === "" ? "this page" : hostOf(view.site.origin);
	return (
		<State title={`Chartside is off on ${host}`}>
			<p className="muted">
				Enable the site to have every note on it read as you open it. Notes are read on this machine; their
				text is not stored and not sent anywhere.
			</p>
			<div className="buttons">
				{view.site.canEnable && (
					<EnableButton
						tabId={view.tabId}
						site={view.site.origin}
						origins={view.site.askFor}
						label="Enable this site"
					/>
				)}
				<button type="button" className="button" onClick={() => void commands.readOnce()}>
					Read this page once
				</button>
			</div>
			{view.message !== undefined && <p className="muted small">{view.message}</p>}
			{!view.site.canEnable && (
				<p className="muted small">
					The browser tells Chartside the address of a page only after a click on its button in the toolbar.
				</p>
			)}
		</State>
	);
}

function NoNote({ view }: { view: TabView }) {
	return (
		<State title={view.read.needsReload ? "Reload the page to have it read" : "No note on this page yet"}>
			<p className="muted">
				{view.read.needsReload
					? "It was open before Chartside was installed or updated."
					: "Open a note. Chartside reads notes shown as text, in text fields and in editors, also inside frames; it cannot read pictures, canvas drawings and PDF files."}
			</p>
		</State>
	);
}

/** Short hints where a list is empty but the note was read. */
export function EmptyList({ of, view }: { of: "suggestions" | "findings" | "worksheet"; view: TabView }) {
	if (of === "worksheet") {
		return (
			<p className="state muted">
				No codes yet. Accept a suggestion with Enter, or search for a code and add it.
			</p>
		);
	}
	if (view.analysing || view.status === "reading")
		return <p className="state muted late">Working on the note</p>;
	if (of === "findings") {
		return <p className="state muted">Nothing that would change a code was found open in this note.</p>;
	}
	return (
		<p className="state muted">
			No code is supported by the words of this note. Fewer may be shown than the note has: the line above
			says how much is suggested.
		</p>
	);
}
