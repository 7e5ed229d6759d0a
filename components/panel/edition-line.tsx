import { useCallback, useMemo, useState } from "react";
import { browser } from "wxt/browser";
import { useLoaded } from "../data/use-loaded";
import { useApi } from "../platform/api";
import { editionReminder } from "./edition-reminder";

/** The reminder of a newer edition, until it is put away for this session. */
export function EditionLine() {
	const api = useApi();
	const [away, setAway] = useState(false);
	const load = useCallback(() => api.send("releases.list", {}), [api]);
	const releases = useLoaded(load);
	const reminder = useMemo(() => editionReminder(releases.value ?? [], today()), [releases.value]);
	if (reminder === null || away) return null;
	return (
		<p className="edition-line small">
			{reminder}{" "}
			<button type="button" className="link" onClick={() => void browser.runtime.openOptionsPage()}>
				Open the options
			</button>{" "}
			<button type="button" className="link" onClick={() => setAway(true)}>
				Not now
			</button>
		</p>
	);
}

/** The machine's own day; a date in UTC would be tomorrow's in the evening. */
function today(): string {
	const now = new Date();
	const two = (n: number) => String(n).padStart(2, "0");
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
