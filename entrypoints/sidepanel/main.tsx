import { createRoot } from "react-dom/client";
import { Panel } from "../../components/panel/panel";
import { useActiveTab } from "../../components/platform/active-tab";
import { Page } from "../../components/platform/page";

function SidePanel() {
	return <Panel tabId={useActiveTab()} />;
}

createRoot(document.getElementById("root") as HTMLElement).render(
	<Page>
		<SidePanel />
	</Page>,
);
