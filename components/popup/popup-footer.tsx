import { PanelRight } from "lucide-react";
import { OptionsButton } from "../controls/options-button";
import { useAnnouncer } from "../platform/announcer";
import { useOpenPanel } from "../platform/open-panel";

/** The way to the side panel and to the options. */
export function PopupFooter() {
	const openPanel = useOpenPanel();
	const { tell } = useAnnouncer();
	return (
		<footer className="popup-foot">
			{openPanel !== null && (
				<button
					type="button"
					className="button"
					onClick={() => {
						openPanel().then(
							() => window.close(),
							(error: Error) => tell(`The side panel did not open: ${error.message}`, "problem"),
						);
					}}
				>
					<PanelRight size={14} aria-hidden="true" /> Open the side panel
				</button>
			)}
			<OptionsButton className="popup-options" />
		</footer>
	);
}
