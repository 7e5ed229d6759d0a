import { useEffect, useRef } from "react";
import { useApi } from "../platform/api";

/** Calls `onAsked` when somebody asked for a finding of this tab in the page: by its card, or by key. */
export function useAskedFinding(tabId: number | null, onAsked: (id: string) => void): void {
	const api = useApi();
	const latest = useRef(onAsked);
	latest.current = onAsked;
	useEffect(
		() =>
			api.onBroadcast((broadcast) => {
				if (broadcast.name === "finding.asked" && broadcast.tabId === tabId) latest.current(broadcast.id);
			}),
		[api, tabId],
	);
}
