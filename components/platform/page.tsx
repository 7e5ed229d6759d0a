import type { ReactNode } from "react";
import { onBroadcast, send } from "../../utils/messages/client";
import "../theme/theme";
import { AnnouncerProvider } from "./announcer";
import { ApiProvider } from "./api";

const API = { send, onBroadcast };

/** What every page of the extension stands in: the way to the background, and the live region. */
export function Page({ children }: { children: ReactNode }) {
	return (
		<ApiProvider api={API}>
			<AnnouncerProvider>{children}</AnnouncerProvider>
		</ApiProvider>
	);
}
