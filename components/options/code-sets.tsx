import { type ReactNode, useCallback, useEffect } from "react";
import type { ReleaseView } from "../../utils/messages/view";
import { removeRelease } from "../../utils/storage/releases";
import { useLoaded } from "../data/use-loaded";
import { useAnnouncer } from "../platform/announcer";
import { useApi } from "../platform/api";
import { count, dayInWords } from "../text/words";
import { Changes } from "./changes/changes";
import { ConfirmButton } from "./confirm-button";

/**
 * The editions on this machine: when each is in force, how large it is, where it came from; the import
 * (`children`); what changed between two of them.
 */
export function CodeSets({ children }: { children: ReactNode }) {
	const api = useApi();
	const load = useCallback(() => api.send("releases.list", {}), [api]);
	const releases = useLoaded(load);
	const { reload } = releases;
	useEffect(
		() =>
			api.onBroadcast((broadcast) => {
				if (broadcast.name === "engine.changed") reload();
			}),
		[api, reload],
	);
	return (
		<>
			<p className="muted">
				The date of service picks the edition. The starter set has the codes of everyday work, without most
				notes and without the index. The complete official sets add the rest and are free to import from the
				publisher’s files.
			</p>
			{releases.failed !== null && <p>The list could not be loaded ({releases.failed}).</p>}
			{releases.value?.length === 0 && (
				<p>No code set is installed. Import one; the starter set comes back when the extension restarts.</p>
			)}
			<ul className="option-rows">
				{releases.value?.map((release) => (
					<Release key={release.id} release={release} />
				))}
			</ul>
			{children}
			{releases.value !== null && <Changes releases={releases.value} />}
		</>
	);
}

function Release({ release }: { release: ReleaseView }) {
	const api = useApi();
	const { tell } = useAnnouncer();
	const title = `${release.system} ${release.edition}`;
	const remove = async () => {
		try {
			await removeRelease(release.id);
			await api.send("releases.changed", {});
			tell(`${title} is removed`);
		} catch (error) {
			tell(`Not removed: ${(error as Error).message}. Try once more.`, "problem");
		}
	};
	const until = release.validTo === null ? "on" : `to ${dayInWords(release.validTo)}`;
	return (
		<li>
			<div>
				<b>{title}</b> {release.starter && <span className="tag">starter set</span>}
				<p className="small muted">
					{count(release.counts.rows, "code")}, {release.counts.billable.toLocaleString("en-US")} billable ·
					in force from {dayInWords(release.validFrom)} {until} · {size(release.bytes)}
				</p>
				{release.borrowedFrom !== undefined && (
					<p className="small muted">Notes and index from {release.borrowedFrom}</p>
				)}
				{release.sources.length > 0 && (
					<details className="small">
						<summary>{count(release.sources.length, "source file")}</summary>
						<ul className="release-sources">
							{release.sources.map((source) => (
								<li key={source.name}>
									{source.name}
									<br />
									<span className="code muted">SHA-256 {source.sha256}</span>
								</li>
							))}
						</ul>
					</details>
				)}
			</div>
			{!release.starter && <ConfirmButton label="Remove" what={title} onConfirm={() => void remove()} />}
		</li>
	);
}

function size(bytes: number): string {
	if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
	return `${(bytes / 1_000_000).toLocaleString("en-US", { maximumFractionDigits: 1 })} MB`;
}
