import { compileVerb } from "./lib/compile-verb";

/** The engine's command line: `npm run -s engine -- <verb> …`. docs/architecture.md lists the verbs. */
const [verb, ...rest] = process.argv.slice(2);

switch (verb) {
	case "compile":
		process.exitCode = await compileVerb(rest);
		break;
	default:
		console.error("usage: engine compile --out FILE SOURCE...");
		process.exitCode = 2;
}
