import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startReader } from "./start";

/**
 * Runs in every frame of an enabled site, and once in a tab a person asked to read. An unlisted script and not
 * one of the framework's content scripts: those announce themselves to the page with an event and a message.
 */
export default defineUnlistedScript(() => {
	startReader();
});
