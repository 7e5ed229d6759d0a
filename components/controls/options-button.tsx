import { Settings } from "lucide-react";
import { browser } from "wxt/browser";
import { IconButton } from "./icon-button";

/** Opens the options page. */
export function OptionsButton({ className }: { className?: string }) {
	return (
		<IconButton
			name="Options"
			{...(className === undefined ? {} : { className })}
			onClick={() => void browser.runtime.openOptionsPage()}
		>
			<Settings size={16} aria-hidden="true" />
		</IconButton>
	);
}
