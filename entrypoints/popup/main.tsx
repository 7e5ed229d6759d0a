import { createRoot } from "react-dom/client";
import { useActiveTab } from "../../components/platform/active-tab";
import { Page } from "../../components/platform/page";
import { Popup } from "../../components/popup/popup";

function ToolbarPopup() {
	return <Popup tabId={useActiveTab()} />;
}

createRoot(document.getElementById("root") as HTMLElement).render(
	<Page>
		<ToolbarPopup />
	</Page>,
);
