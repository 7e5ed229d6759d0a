import { createRoot } from "react-dom/client";
import { Options } from "../../components/options/options";
import { Page } from "../../components/platform/page";

createRoot(document.getElementById("root") as HTMLElement).render(
	<Page>
		<Options />
	</Page>,
);
