import type { ReactNode } from "react";
import type { TabView, UnreadableFrame } from "../../utils/messages/view";
import { count, hostOf } from "../text/words";
import { EnableButton } from "./enable-button";

/** What was read of the page, and what was not: each frame with its reason and what would let it. */
export function ReadLine({ view, children }: { view: TabView; children?: ReactNode }) {
	if (view.status === "off" || view.status === "unavailable") return null;
	if (view.status === "error" && view.encounter === null) return null;
	const { read } = view;
	return (
		<div className="read-line small muted">
			<span className="read-summary">
				{view.status === "reading" ? "Reading" : summary(view)}
				{view.site.readOnce && !view.site.enabled && ", once"}
				{view.analysing && view.status === "ready" && <span className="late"> · updating</span>}
			</span>
			{children}
			{view.site.readOnce && !view.site.enabled && view.site.canEnable && (
				<EnableButton
					tabId={view.tabId}
					site={view.site.origin}
					origins={view.site.askFor}
					label="Enable this site"
					className="link"
				/>
			)}
			{read.needsReload && <span className="status-warn">Reload the page to have it read</span>}
			{read.unreadable.map((frame) => (
				<Unreadable key={`${frame.what} ${frame.why}`} frame={frame} view={view} />
			))}
		</div>
	);
}

function summary({ read }: TabView): string {
	if (read.regions === 0) return "No note found";
	return `${count(read.regions, "note")}, ${count(read.frames, "frame")} read`;
}

function Unreadable({ frame, view }: { frame: UnreadableFrame; view: TabView }) {
	return (
		<span className="read-unreadable">
			Not read: {hostOf(frame.what)} ({frame.why}){" "}
			{frame.enable !== undefined && (
				<EnableButton
					tabId={view.tabId}
					site={view.site.origin}
					origins={view.site.enabled ? [frame.enable] : [...new Set([...view.site.askFor, frame.enable])]}
					label={`Enable ${hostOf(frame.enable)}`}
					className="link"
				/>
			)}
		</span>
	);
}
