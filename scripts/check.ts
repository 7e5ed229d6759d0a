import { run } from "./lib/run";

/** `npm run check`: types, types of the engine without a DOM, lint with import boundaries and format, unused code. */
const CHECKS: [string, string, string[]][] = [
	["types", "npx", ["tsc", "--noEmit", "-p", "."]],
	["engine types, no DOM", "npx", ["tsc", "--noEmit", "-p", "tsconfig.engine.json"]],
	["lint, boundaries, format", "npx", ["biome", "check", "--error-on-warnings", "."]],
	["unused code", "npx", ["knip", "--no-progress"]],
];

let failed = 0;
for (const [name, command, args] of CHECKS) {
	const { code, output } = await run(command, args, { seconds: 300 });
	console.log(`${code === 0 ? "ok  " : "FAIL"} ${name}`);
	if (code !== 0) {
		failed++;
		console.log(output);
	}
}
process.exitCode = failed === 0 ? 0 : 1;
