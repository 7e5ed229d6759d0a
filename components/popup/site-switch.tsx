import type { TabView } from "../../utils/messages/view";
import type { Commands } from "../data/use-commands";
import { EnableButton } from "../panel/enable-button";
import { useAnnouncer } from "../platform/announcer";
import { useApi } from "../platform/api";
import { count, hostOf } from "../text/words";

/** Whether Chartside reads this site, and the buttons that change it. */
export function SiteSwitch({ view, commands }: { view: TabView; commands: Commands }) {
	const { site } = view;
	const host = site.origin === "" ? "this page" : hostOf(site.origin);
	if (view.status === "unavailable") {
		return (
			<section className="site-switch" aria-label="This site">
				<p>
					<b>This page cannot be read.</b>{" "}
					<span className="muted">Browser pages, the web store and PDF files are closed to extensions.</span>
				</p>
			</section>
		);
	}
	return (
		<section className="site-switch" aria-label="This site">
			<p>
				<b>{site.enabled ? `On for ${host}` : `Off for ${host}`}</b>{" "}
				<span className="muted">{readWords(view)}</span>
			</p>
			<div className="buttons">
				{site.enabled ? (
					<DisableButton origin={site.origin} />
				) : (
					<>
						{site.canEnable && (
							<EnableButton
								tabId={view.tabId}
								site={site.origin}
								origins={site.askFor}
								label="Enable this site"
							/>
						)}
						<button type="button" className="button" onClick={() => void commands.readOnce()}>
							Read this page once
						</button>
					</>
				)}
			</div>
		</section>
	);
}

function readWords({ status, site, read, suggestions }: TabView): string {
	if (status === "reading") return "Reading";
	if (read.regions > 0)
		return `${count(read.regions, "note")} read, ${count(suggestions.length, "suggestion")}`;
	if (site.enabled) return read.needsReload ? "Reload the page to have it read" : "No note on this page yet";
	return "Nothing is read";
}

function DisableButton({ origin }: { origin: string }) {
	const api = useApi();
	const { tell } = useAnnouncer();
	const disable = async () => {
		try {
			const outcome = await api.send("sites.disable", { origin });
			if (outcome.ok) tell("Switched off. Nothing on this site is read any more.");
			else tell(outcome.message, "problem");
		} catch (error) {
			tell(`Not switched off: ${(error as Error).message}. Try once more.`, "problem");
		}
	};
	return (
		<button type="button" className="button" onClick={() => void disable()}>
			Switch off for this site
		</button>
	);
}
