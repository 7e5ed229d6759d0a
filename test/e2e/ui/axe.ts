import axe from "axe-core";
import type { Page } from "playwright-core";

interface Run {
	violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** What axe finds on a page, all of its rules: rule, element and reason, one a line; "" for nothing. */
export async function violations(page: Page): Promise<string> {
	await page.evaluate(axe.source);
	const run = await page.evaluate(() =>
		(globalThis as unknown as { axe: { run(): Promise<Run> } }).axe.run(),
	);
	return run.violations
		.flatMap(({ id, nodes }) =>
			nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
		)
		.join("\n");
}
