import { serveImports, type WorkerSide } from "../../components/options/import/serve-imports";
import { loadBundledTables } from "../../utils/lexicon/bundled";

/** The Worker of the options page: an import takes seconds, and a service worker cannot start one. */
loadBundledTables();
serveImports(self as unknown as WorkerSide);
