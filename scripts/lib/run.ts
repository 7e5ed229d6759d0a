import { spawn } from "node:child_process";

export interface RunResult {
	code: number | null;
	timedOut: boolean;
	output: string;
}

/**
 * Runs a command with a time limit and without standard input.
 * `seconds` bounds it; past that it is killed and `timedOut` is true. Never throws.
 */
export function run(
	command: string,
	args: string[],
	options: { seconds: number; show?: boolean; env?: Record<string, string>; cwd?: string },
): Promise<RunResult> {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...process.env, ...options.env },
			...(options.cwd ? { cwd: options.cwd } : {}),
			detached: true,
		});
		let output = "";
		let timedOut = false;
		const take = (chunk: Buffer) => {
			output += chunk.toString();
			if (options.show) process.stdout.write(chunk);
		};
		child.stdout.on("data", take);
		child.stderr.on("data", take);
		const timer = setTimeout(() => {
			timedOut = true;
			try {
				process.kill(-(child.pid as number), "SIGKILL");
			} catch {
				child.kill("SIGKILL");
			}
		}, options.seconds * 1000);
		child.on("error", (error) => {
			clearTimeout(timer);
			resolve({ code: 127, timedOut, output: `${output}${error.message}` });
		});
		child.on("close", (code) => {
			clearTimeout(timer);
			resolve({ code, timedOut, output });
		});
	});
}
