import type { Page } from "playwright-core";

interface Profile {
	nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
	samples: number[];
	timeDeltas: number[];
}

/** Time on a page's main thread that was spent in a script, and the longest stretch of it. */
export interface Share {
	/** Part of the whole time, 0 to 1. */
	share: number;
	/** Longest unbroken stretch, in milliseconds. */
	longest: number;
	seconds: number;
}

/** Watches the page's main thread for a while and tells the part of scripts whose address holds `part`. */
export async function shareOf(page: Page, part: string, seconds: number): Promise<Share> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send("Profiler.enable");
	await cdp.send("Profiler.setSamplingInterval", { interval: 500 });
	await cdp.send("Profiler.start");
	await page.waitForTimeout(seconds * 1000);
	const { profile } = (await cdp.send("Profiler.stop")) as unknown as { profile: Profile };
	await cdp.detach();
	const ours = nodesUnder(profile, part);
	let own = 0;
	let all = 0;
	let stretch = 0;
	let longest = 0;
	profile.samples.forEach((id, index) => {
		const delta = profile.timeDeltas[index] ?? 0;
		all += delta;
		if (ours.has(id)) {
			own += delta;
			stretch += delta;
			longest = Math.max(longest, stretch);
		} else stretch = 0;
	});
	return { share: own / all, longest: longest / 1000, seconds: all / 1e6 };
}

/** Nodes of the script itself and of what it calls (layout, styles, built-ins). */
function nodesUnder({ nodes }: Profile, part: string): Set<number> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const found = new Set<number>();
	const add = (id: number) => {
		if (found.has(id)) return;
		found.add(id);
		for (const child of byId.get(id)?.children ?? []) add(child);
	};
	for (const node of nodes) if (node.callFrame.url.includes(part)) add(node.id);
	return found;
}
