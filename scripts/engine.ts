import { compileVerb } from "./lib/compile-verb";
import { analyzeVerb, checkVerb, contextLines, searchVerb } from "./lib/engine-verbs";

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
	else if (verb === "search") await searchVerb(rest);
	else if (verb === "analyze") await analyzeVerb(rest);
	else if (verb === "context") await contextLines();
	else if (verb === "check") await checkVerb(rest);
	else {
		console.error(USAGE);
		process.exitCode = 2;
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
