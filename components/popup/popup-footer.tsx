import { PanelRight, Settings } from "lucide-react";
import { browser } from "wxt/browser";
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
			<button
				type="button"
				className="icon-button popup-options"
				aria-label="Options"
				title="Options"
				onClick={() => void browser.runtime.openOptionsPage()}
			>
				<Settings size={16} aria-hidden="true" />
			</button>
		</footer>
	);
}
