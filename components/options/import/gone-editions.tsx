import { useCallback, useEffect, useState } from "react";
import { knownEditions, rememberEditions } from "../../../utils/storage/known-editions";
import { type Api, useApi } from "../../platform/api";

/**
 * Editions that were imported here and are no longer: a browser that needs room may take a database away.
 * That is a normal state; the starter serves meanwhile.
 */
export function GoneEditions() {
	const api = useApi();
	const [gone, setGone] = useState<string[]>([]);

	useEffect(() => {
		void Promise.all([importedIds(api), knownEditions()]).then(([present, known]) => {
			const lost = known.filter((id) => !present.includes(id));
			setGone(lost);
			if (lost.length === 0) void rememberEditions(present);
		});
		// An import or a removal is the user's own doing: what is there then is what should be there.
		return api.onBroadcast(({ name }) => {
			if (name !== "engine.changed") return;
			void importedIds(api).then((present) => {
				setGone((lost) => lost.filter((id) => !present.includes(id)));
				return rememberEditions(present);
			});
		});
	}, [api]);

	const dismiss = useCallback(() => {
		setGone([]);
		void importedIds(api).then(rememberEditions);
	}, [api]);

	if (gone.length === 0) return null;
	return (
		<p className="status-warn" role="status">
			{gone.map((id) => id.replace("/", " ")).join(", ")} was imported here and is gone: the browser has made
			room. Import it again; the starter set serves meanwhile.{" "}
			<button type="button" className="link" onClick={dismiss}>
				Dismiss
			</button>
		</p>
	);
}

/** Ids of the imported editions that are there now. */
async function importedIds(api: Api): Promise<string[]> {
	return (await api.send("releases.list", {}))
		.filter((release) => !release.starter)
		.map((release) => release.id);
}
