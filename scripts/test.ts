import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { optionValue } from "./lib/args";
import { findChromium, findFirefox } from "./lib/browser";
import { run } from "./lib/run";

/**
 * `npm test`: builds both extensions, then runs the unit, official-file and real-browser suites and
 * ends with "N passed, N failed". `--only NAME` keeps one suite.
 */
interface Suite {
	name: string;
	seconds: number;
	needs?: "shared" | "browser";
}

const SUITES: Suite[] = [
	{ name: "unit", seconds: 600 },
	{ name: "full", seconds: 900, needs: "shared" },
	{ name: "e2e", seconds: 900, needs: "browser" },
];

const NODE_20 = new URL("./lib/node20.mjs", import.meta.url).href;

interface Tally {
	passed: number;
	failed: number;
}

/** Reads vitest's JSON report. A suite that died without a report, or ran nothing, counts as one failure. */
function tally(file: string, code: number | null): Tally {
	if (!existsSync(file)) return { passed: 0, failed: 1 };
	const report = JSON.parse(readFileSync(file, "utf8")) as {
		numPassedTests: number;
		numFailedTests: number;
		numFailedTestSuites: number;
	};
	const { numPassedTests: passed, numFailedTests } = report;
	const failed = Math.max(numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
	return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

async function step(title: string, command: string, args: string[], seconds: number): Promise<boolean> {
	console.log(`\n== ${title}`);
	const started = Date.now();
	const { code, timedOut, output } = await run(command, args, { seconds });
	const took = ((Date.now() - started) / 1000).toFixed(0);
	if (code === 0) console.log(`ok, ${took} s`);
	else console.log(`${output}\n${timedOut ? `stopped after ${seconds} s` : `failed with ${code}`}`);
	return code === 0;
}

async function main() {
	const only = optionValue(process.argv, "--only");
	const wanted = SUITES.filter((suite) => only === undefined || suite.name === only);
	const total: Tally = { passed: 0, failed: 0 };
	const results = ".cache/test";
	rmSync(results, { recursive: true, force: true });
	mkdirSync(results, { recursive: true });

	let chromium: string | null = null;
	let firefox: string | null = null;
	const built =
		(await step("Starter packs", "npm", ["run", "-s", "starter"], 120)) &&
		(await step("Extension for Chromium", "npx", ["wxt", "build"], 180)) &&
		(await step("Extension for Firefox", "npx", ["wxt", "build", "-b", "firefox"], 180));
	if (!built) total.failed++;
	if (wanted.some((suite) => suite.needs === "browser")) {
		try {
			chromium = await findChromium(console.log);
			console.log(`Browser: ${chromium}`);
		} catch (error) {
			console.log(error instanceof Error ? error.message : String(error));
			total.failed++;
		}
		firefox = await findFirefox();
		console.log(
			firefox ? `Firefox: ${firefox}` : "Firefox: none found (FIREFOX_PATH names one); its flow is not run",
		);
	}

	for (const suite of wanted) {
		if (suite.needs === "shared" && !process.env.CHARTSIDE_SHARED) {
			console.log(`\n== ${suite.name}: skipped, CHARTSIDE_SHARED is not set (official files)`);
			continue;
		}
		if (suite.needs === "browser" && !(chromium && built)) {
			console.log(`\n== ${suite.name}: not run, no browser or no build`);
			continue;
		}
		console.log(`\n== ${suite.name}`);
		const file = `${results}/${suite.name}.json`;
		const { code, timedOut } = await run(
			"npx",
			[
				"vitest",
				"run",
				"--project",
				suite.name,
				"--reporter=default",
				"--reporter=json",
				`--outputFile.json=${file}`,
			],
			{
				seconds: suite.seconds,
				show: true,
				env: {
					...(chromium ? { CHROMIUM_PATH: chromium } : {}),
					...(firefox ? { FIREFOX_PATH: firefox } : {}),
					FORCE_COLOR: "0",
					NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import ${NODE_20}`.trim(),
				},
			},
		);
		if (timedOut) console.log(`${suite.name}: stopped after ${suite.seconds} s`);
		const counts = tally(file, code);
		total.passed += counts.passed;
		total.failed += counts.failed;
	}
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
