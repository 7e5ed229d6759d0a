import { useAnnouncer } from "../platform/announcer";
import { useApi } from "../platform/api";
import { requestOrigins } from "../platform/permissions";

/**
 * Asks the browser for the origins and then has the background register the site. The question is put
 * in the click itself (nothing is awaited before it), or the browser would not ask. Should this page be
 * closed by the browser's prompt, the background finishes by itself when the permission arrives.
 */
export function EnableButton({
	tabId,
	site,
	origins,
	label,
	className = "button primary",
}: {
	tabId: number;
	/** Origin of the tab's top document. */
	site: string;
	/** Match patterns to ask for: the site's and its frames', or one frame's. */
	origins: string[];
	label: string;
	className?: string;
}) {
	const api = useApi();
	const { tell } = useAnnouncer();
	const finish = async (granted: boolean) => {
		if (!granted) {
			tell("The browser was told not to allow it. Nothing is read; the code search works as before.");
			return;
		}
		const outcome = await api.send("sites.enable", { tabId, origin: site, frames: origins });
		if (outcome.ok) tell("Enabled. Notes on this site are read from now on.");
		else tell(outcome.message, "problem");
	};
	return (
		<button
			type="button"
			className={className}
			onClick={() => {
				requestOrigins(origins)
					.then(finish)
					.catch((error: Error) => tell(`Not enabled: ${error.message}`, "problem"));
			}}
		>
			{label}
		</button>
	);
}
