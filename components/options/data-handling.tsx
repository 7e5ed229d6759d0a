import { clearRuleCounts } from "../../utils/storage/rule-counts";
import { useAnnouncer } from "../platform/announcer";
import { type Api, useApi } from "../platform/api";
import { ConfirmButton } from "./confirm-button";

const KEPT: [string, string][] = [
	["Code sets", "official files you imported and the starter set, on this machine"],
	["Favourites and recent codes", "the codes only"],
	["Your own search words", "as you entered them"],
	["Counts per rule of findings", "how often shown and dismissed, nothing of any note"],
	["Preferences, enabled sites, muted rules", "as shown on this page"],
];

const MEMORY: [string, string][] = [
	["Text of notes", "while the page is open; the page itself keeps it, Chartside holds a copy to read"],
	[
		"Suggestions, findings and worksheets",
		"until the chart changes, the tab closes, the screen locks or the idle limit",
	],
];

const NEVER = [
	"Note text, quotes, patient names or numbers are never stored and never leave the browser.",
	"Nothing is sent anywhere: no account, no telemetry. The one thing fetched, on your click, is a code set from its publisher.",
];

/** What is kept, what is held in memory only, what never, and buttons that delete. */
export function DataHandling() {
	return (
		<>
			<h3>Kept on this machine</h3>
			<Facts facts={KEPT} />
			<h3>In memory only</h3>
			<Facts facts={MEMORY} />
			<h3>Never</h3>
			<ul className="plain-list">
				{NEVER.map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
			<h3>Delete</h3>
			<ul className="option-rows">
				{WIPES.map((wipe) => (
					<li key={wipe.what}>
						<span>{wipe.what}</span>
						<WipeButton wipe={wipe} />
					</li>
				))}
			</ul>
		</>
	);
}

function Facts({ facts }: { facts: [string, string][] }) {
	return (
		<dl className="facts">
			{facts.map(([name, words]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd className="muted">{words}</dd>
				</div>
			))}
		</dl>
	);
}

interface Wipe {
	what: string;
	/** Resolves to what went wrong, or null. */
	act(api: Api): Promise<string | null>;
}

const WIPES: Wipe[] = [
	{
		what: "Recent codes",
		act: async (api) => problem(await api.send("recents.clear", {})),
	},
	{
		what: "Favourites",
		act: async (api) => {
			for (const { system, code } of await api.send("favourites.list", {})) {
				const failed = problem(await api.send("favourites.set", { system, code, on: false }));
				if (failed !== null) return failed;
			}
			return null;
		},
	},
	{
		what: "Muted rules",
		act: async (api) => problem(await api.send("prefs.set", { mutedRules: [] })),
	},
	{
		what: "Counts per rule of findings",
		act: async () => {
			await clearRuleCounts();
			return null;
		},
	},
	{
		what: "Your own search words",
		act: async (api) => problem(await api.send("prefs.set", { synonyms: [] })),
	},
	{
		what: "All sites: nothing is read until one is enabled again",
		act: async (api) => {
			for (const { origin } of await api.send("sites.list", {})) {
				const failed = problem(await api.send("sites.disable", { origin }));
				if (failed !== null) return failed;
			}
			return null;
		},
	},
];

function problem(outcome: { ok: boolean; message?: string }): string | null {
	return outcome.ok ? null : (outcome.message ?? "It was refused.");
}

function WipeButton({ wipe }: { wipe: Wipe }) {
	const api = useApi();
	const { tell } = useAnnouncer();
	const act = async () => {
		try {
			const failed = await wipe.act(api);
			tell(failed ?? `Deleted: ${wipe.what}`, failed === null ? "plain" : "problem");
		} catch (error) {
			tell(`Not deleted: ${(error as Error).message}. Try once more.`, "problem");
		}
	};
	return <ConfirmButton label="Delete" what={wipe.what} onConfirm={() => void act()} />;
}
