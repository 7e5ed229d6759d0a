import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { run } from "./run";

const NAMES = ["chromium", "chromium-browser", "chrome-for-testing"];
const PLACES = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/snap/bin/chromium",
	"/opt/chromium/chrome",
];

/** Said when no way of getting a browser worked. */
export const NO_BROWSER = `No Chromium was found and none could be fetched. One of these helps:
  - install Chromium or Chrome for Testing and set CHROMIUM_PATH to its program file
    (branded Google Chrome does not load unpacked extensions from the command line any more)
  - npx playwright-core install chromium      (needs the internet)
  - sudo apt-get install chromium             (Debian, Ubuntu)
Then run the same command again.`;

/** Starts the program with --version, so that a broken or foreign file is passed over. */
async function works(path: string | undefined): Promise<boolean> {
	if (!path || !existsSync(path)) return false;
	const { code, output } = await run(path, ["--version"], { seconds: 20 });
	return code === 0 && /Chromium|for Testing/i.test(output);
}

function installed(): string[] {
	const folders = (process.env.PATH ?? "").split(delimiter);
	return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
}

function playwrightsOwn(): string | undefined {
	try {
		return chromium.executablePath();
	} catch {
		return undefined;
	}
}

/**
 * Path of a Chromium that loads unpacked extensions. Tries, each with a time limit: CHROMIUM_PATH,
 * one that is installed, Playwright's own download, apt-get when root.
 * Throws an Error that says what to do when none works.
 */
export async function findChromium(say: (line: string) => void = console.error): Promise<string> {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (await works(named)) return named;
		say(`CHROMIUM_PATH=${named} does not start as Chromium; looking elsewhere.`);
	}
	for (const path of [...installed(), playwrightsOwn()]) if (path && (await works(path))) return path;

	say("No Chromium is installed. Trying Playwright's download (two minutes at most) ...");
	await run("npx", ["--no-install", "playwright-core", "install", "chromium"], { seconds: 120 });
	const own = playwrightsOwn();
	if (own && (await works(own))) return own;

	if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
		say("Trying apt-get install chromium (six minutes at most) ...");
		const env = { DEBIAN_FRONTEND: "noninteractive" };
		await run("apt-get", ["update"], { seconds: 90, env });
		await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { seconds: 270, env });
		for (const path of PLACES) if (await works(path)) return path;
	}
	throw new Error(NO_BROWSER);
}

/** Path of a Firefox (ESR or not), or null: the Firefox flow is then reported as not run. */
export async function findFirefox(): Promise<string | null> {
	const folders = (process.env.PATH ?? "").split(delimiter);
	const candidates = [
		process.env.FIREFOX_PATH,
		...folders.flatMap((folder) => ["firefox-esr", "firefox"].map((name) => join(folder, name))),
	];
	for (const path of candidates) {
		if (!path || !existsSync(path)) continue;
		const { code } = await run(path, ["--version"], { seconds: 20 });
		if (code === 0) return path;
	}
	if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
		const env = { DEBIAN_FRONTEND: "noninteractive" };
		await run("apt-get", ["update"], { seconds: 90, env });
		await run("apt-get", ["install", "-y", "--no-install-recommends", "firefox-esr"], { seconds: 240, env });
		if (existsSync("/usr/bin/firefox-esr")) return "/usr/bin/firefox-esr";
	}
	return null;
}
