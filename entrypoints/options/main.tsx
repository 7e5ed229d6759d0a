import { createRoot } from "react-dom/client";
import { ChangesWorkerProvider } from "../../components/options/changes/changes-worker";
import { ImportWorkerProvider } from "../../components/options/import/import-worker";
import { Options } from "../../components/options/options";
import { Page } from "../../components/platform/page";

const startChanges = () => new Worker(new URL("./changes.worker.ts", import.meta.url), { type: "module" });
const startImport = () => new Worker(new URL("./import.worker.ts", import.meta.url), { type: "module" });

createRoot(document.getElementById("root") as HTMLElement).render(
	<Page>
		<ImportWorkerProvider start={startImport}>
			<ChangesWorkerProvider start={startChanges}>
				<Options />
			</ChangesWorkerProvider>
		</ImportWorkerProvider>
	</Page>,
);
