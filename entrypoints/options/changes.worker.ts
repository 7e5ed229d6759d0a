import { type ChangesWorkerSide, serveChanges } from "../../components/options/changes/serve-changes";

/** The Worker that compares two editions for the options page. */
serveChanges(self as unknown as ChangesWorkerSide);
