import { serveImports, type WorkerSide } from "../../components/options/import/serve-imports";

/**
 * The Worker of the options page: an import takes seconds, and a service worker cannot start one. The tables
 * that an index is made from come with the request: carried here, they would be in the extension twice.
 */
serveImports(self as unknown as WorkerSide);
