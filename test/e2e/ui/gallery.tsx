import { createRoot } from "react-dom/client";
import { ChangesWorkerProvider } from "../../../components/options/changes/changes-worker";
import { ImportWorkerProvider } from "../../../components/options/import/import-worker";
import { Options } from "../../../components/options/options";
import { Panel } from "../../../components/panel/panel";
import { AnnouncerProvider } from "../../../components/platform/announcer";
import { ApiProvider } from "../../../components/platform/api";
import { Popup } from "../../../components/popup/popup";
import "../../../components/theme/theme";
import { CHANGES } from "../../fixtures/panel/codes";
import { fakeBackground } from "../../fixtures/panel/fake-background";
import { STATES } from "./states";

/** Draws one page in one state, named in the address (`?page=panel&state=ready`), without a background. */
const parameters = new URLSearchParams(location.search);
const state = STATES[parameters.get("state") ?? "ready"];
const { api } = fakeBackground((state ?? STATES.ready!)());

const changesWorker = () => ({
	postMessage() {
		setTimeout(() => this.onmessage?.({ data: { ok: true, changes: CHANGES } } as never));
	},
	terminate() {},
	onmessage: null as null | ((event: MessageEvent) => void),
	onerror: null,
});

const pages = {
	panel: () => <Panel tabId={7} />,
	popup: () => <Popup tabId={7} />,
	options: () => (
		<ImportWorkerProvider
			start={() => {
				throw new Error("The gallery imports nothing");
			}}
		>
			<ChangesWorkerProvider start={() => changesWorker()}>
				<Options />
			</ChangesWorkerProvider>
		</ImportWorkerProvider>
	),
};

const name = (parameters.get("page") ?? "panel") as keyof typeof pages;
createRoot(document.getElementById("root") as HTMLElement).render(
	<ApiProvider api={api}>
		<AnnouncerProvider>{pages[name]()}</AnnouncerProvider>
	</ApiProvider>,
);
