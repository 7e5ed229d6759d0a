import { useCallback, useEffect } from "react";
import type { ReleaseView } from "../../utils/messages/view";
import { useLoaded } from "../data/use-loaded";
import { useApi } from "../platform/api";
import { count, dayInWords } from "../text/words";

/** The editions on this machine: when each is in force, how large it is, where it came from. */
export function CodeSets() {
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
				The date of service picks the edition. The starter set has the common codes; the complete official
				sets are free to import from the publisher’s files.
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
		</>
	);
}

function Release({ release }: { release: ReleaseView }) {
	const until = release.validTo === null ? "on" : `to ${dayInWords(release.validTo)}`;
	return (
		<li>
			<div>
				<b>
					{release.system} {release.edition}
				</b>{" "}
				{release.starter && <span className="tag">starter set</span>}
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
		</li>
	);
}

function size(bytes: number): string {
	if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
	return `${(bytes / 1_000_000).toLocaleString("en-US", { maximumFractionDigits: 1 })} MB`;
}
