import { useCallback, useEffect, useState } from "react";
import { wipeSystem } from "../../../utils/storage/releases";
import { useLoaded } from "../../data/use-loaded";
import { useAnnouncer } from "../../platform/announcer";
import { useApi } from "../../platform/api";

/** One button that takes all imported CPT content off this machine; shown while there is any. */
export function WipeCpt() {
	const api = useApi();
	const { tell } = useAnnouncer();
	const [sure, setSure] = useState(false);
	const load = useCallback(() => api.send("releases.list", {}), [api]);
	const { value, reload } = useLoaded(load);
	useEffect(() => api.onBroadcast(({ name }) => name === "engine.changed" && reload()), [api, reload]);
	if (!value?.some((release) => release.system === "CPT" && !release.starter)) return null;

	const wipe = async () => {
		if (!sure) {
			setSure(true);
			return;
		}
		setSure(false);
		try {
			await wipeSystem("CPT");
			await api.send("releases.changed", {});
			tell("Your CPT files are gone from this machine");
		} catch (error) {
			tell(`Not removed: ${(error as Error).message}. Try once more.`, "problem");
		}
		reload();
	};
	return (
		<div className="import-buttons">
			<button
				type="button"
				className={sure ? "button danger" : "button"}
				onClick={() => void wipe()}
				onBlur={() => setSure(false)}
			>
				{sure ? "Really remove all imported CPT content" : "Remove all imported CPT content"}
			</button>
		</div>
	);
}
