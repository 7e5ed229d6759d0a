import { createContext, type ReactNode, use } from "react";
import type { onBroadcast, send } from "../../utils/messages/client";

/** How the pages talk to the background. Tests and the picture harness put a stand-in here. */
export interface Api {
	send: typeof send;
	onBroadcast: typeof onBroadcast;
}

const ApiContext = createContext<Api | null>(null);

/** Gives all components below it the way to the background. */
export function ApiProvider({ api, children }: { api: Api; children: ReactNode }) {
	return <ApiContext value={api}>{children}</ApiContext>;
}

/** The way to the background; throws outside an ApiProvider, which is a mistake of ours. */
export function useApi(): Api {
	const api = use(ApiContext);
	if (api === null) throw new Error("ApiProvider is missing above this component");
	return api;
}
