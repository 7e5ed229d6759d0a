import { useCallback, useEffect, useState } from "react";
import { DEFAULT_PREFERENCES } from "../../utils/messages/preferences";
import type { Preferences } from "../../utils/messages/view";
import { useApi } from "../platform/api";
import { applyTheme } from "../theme/theme";

/** The preferences, kept up to date, and a way to change some; applies the theme to the page. */
export function usePreferences(): {
	preferences: Preferences;
	loaded: boolean;
	/** Resolves to null when it was saved, else to what went wrong. */
	change(some: Partial<Preferences>): Promise<string | null>;
} {
	const api = useApi();
	const [preferences, setPreferences] = useState<Preferences | null>(null);

	useEffect(() => {
		let live = true;
		const load = () =>
			api.send("prefs.get", {}).then(
				(answer) => live && setPreferences(answer),
				() => {},
			);
		void load();
		const stop = api.onBroadcast((broadcast) => {
			if (broadcast.name === "prefs.changed") void load();
		});
		return () => {
			live = false;
			stop();
		};
	}, [api]);

	const theme = preferences?.theme;
	useEffect(() => {
		if (theme !== undefined) applyTheme(theme);
	}, [theme]);

	const change = useCallback(
		async (some: Partial<Preferences>) => {
			setPreferences((before) => ({ ...(before ?? DEFAULT_PREFERENCES), ...some }));
			try {
				const outcome = await api.send("prefs.set", some);
				if (outcome.ok) return null;
				setPreferences(await api.send("prefs.get", {}));
				return outcome.message;
			} catch (error) {
				return `Not saved: ${(error as Error).message}. The old setting is in use.`;
			}
		},
		[api],
	);

	return { preferences: preferences ?? DEFAULT_PREFERENCES, loaded: preferences !== null, change };
}
