import { compileVerb } from "./lib/compile-verb";

/**
 * The engine's command line, `npm run -s engine -- <verb>`: JSON lines (for search: plain queries) in, JSON
 * lines out. Without --pack the starter is used.
 */
const USAGE = `usage: engine <verb>
  compile --out FILE [--borrow PACK] SOURCE...   official files to a pack
  search  [--pack FILE...] [--limit N] [--billable]
  analyze [--pack FILE...] [--setting outpatient|inpatient] [--kind KIND] [--depth core|managed|all]
          [--external-causes] [--date YYYY-MM-DD]
  context
  check   [--pack FILE...]`;

const [verb, ...rest] = process.argv.slice(2);

try {
	if (verb === "compile") process.exitCode = await compileVerb(rest);
	else if (["search", "analyze", "context", "check"].includes(verb ?? "")) {
		// Compiling needs nothing of the rooms that read notes.
		const verbs = await import("./lib/engine-verbs");
		if (verb === "search") await verbs.searchVerb(rest);
		else if (verb === "analyze") await verbs.analyzeVerb(rest);
		else if (verb === "context") await verbs.contextLines();
		else await verbs.checkVerb(rest);
	} else {
		console.error(USAGE);
		process.exitCode = 2;
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
