import { useCallback } from "react";
import { useLoaded } from "../data/use-loaded";
import { useAnnouncer } from "../platform/announcer";
import { useApi } from "../platform/api";
import { hostOf } from "../text/words";

/** The sites whose notes are read, with the frames inside them, and a way to stop. */
export function Sites() {
	const api = useApi();
	const { tell } = useAnnouncer();
	const load = useCallback(() => api.send("sites.list", {}), [api]);
	const sites = useLoaded(load);

	const remove = async (origin: string) => {
		try {
			const outcome = await api.send("sites.disable", { origin });
			tell(outcome.ok ? `${origin} is no longer read` : outcome.message, outcome.ok ? "plain" : "problem");
		} catch (error) {
			tell(`Not removed: ${(error as Error).message}. Try once more.`, "problem");
		}
		sites.reload();
	};

	if (sites.failed !== null) {
		return (
			<p>
				The list could not be loaded ({sites.failed}).{" "}
				<button type="button" className="link" onClick={sites.reload}>
					Try again
				</button>
			</p>
		);
	}
	if (sites.value === null) return null;
	return (
		<>
			<p className="muted">
				Notes are read on these sites only. To add one, open it and choose “Enable this site” in the pop-up or
				the side panel.
			</p>
			{sites.value.length === 0 ? (
				<p>No site is enabled.</p>
			) : (
				<ul className="option-rows">
					{sites.value.map((site) => (
						<li key={site.origin}>
							<div>
								<b>{site.origin}</b>
								{site.frames.length > 0 && (
									<p className="small muted">with frames of {site.frames.map(hostOf).join(", ")}</p>
								)}
								{!site.granted && (
									<p className="small status-warn">
										The browser’s permission was taken back: nothing is read. Enable the site again to have it
										read.
									</p>
								)}
							</div>
							<button
								type="button"
								className="button"
								aria-label={`Remove ${site.origin}`}
								onClick={() => void remove(site.origin)}
							>
								Remove
							</button>
						</li>
					))}
				</ul>
			)}
		</>
	);
}
