import { createRoot } from "react-dom/client";
import { ImportWorkerProvider } from "../../components/options/import/import-worker";
import { Options } from "../../components/options/options";
import { Page } from "../../components/platform/page";

const startImport = () => new Worker(new URL("./import.worker.ts", import.meta.url), { type: "module" });

createRoot(document.getElementById("root") as HTMLElement).render(
	<Page>
		<ImportWorkerProvider start={startImport}>
			<Options />
		</ImportWorkerProvider>
	</Page>,
);
