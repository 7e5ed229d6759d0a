import { useCallback, useMemo } from "react";
import type { CodeSystem } from "../../utils/codesets/types";
import { useApi } from "../platform/api";
import { useLoaded } from "./use-loaded";

/** Whether a code is a favourite, as the list stood when the page was opened. */
export function useFavourites(): (system: CodeSystem, code: string) => boolean {
	const api = useApi();
	const load = useCallback(() => api.send("favourites.list", {}), [api]);
	const { value } = useLoaded(load);
	const known = useMemo(() => new Set(value?.map((one) => `${one.system} ${one.code}`)), [value]);
	return useCallback((system, code) => known.has(`${system} ${code}`), [known]);
}
