import { usePreferences } from "../data/use-preferences";
import { NoticeLine } from "../platform/announcer";
import { About } from "./about";
import { CodeSets } from "./code-sets";
import { DataHandling } from "./data-handling";
import { ImportPanel } from "./import/import-panel";
import { PreferencesForm } from "./preferences-form";
import { Sites } from "./sites";
import "./options.css";

const PARTS = [
	["sites", "Sites"],
	["code-sets", "Code sets"],
	["preferences", "Preferences"],
	["data", "Data handling"],
	["about", "About"],
] as const;

/** The options page: one column, every part on it, a list of the parts beside it where there is room. */
export function Options() {
	const { preferences, loaded, change } = usePreferences();
	return (
		<div className="options">
			<header className="options-head">
				<h1>Chartside options</h1>
				<nav aria-label="Parts of this page">
					<ul>
						{PARTS.map(([id, title]) => (
							<li key={id}>
								<a href={`#${id}`}>{title}</a>
							</li>
						))}
					</ul>
				</nav>
			</header>
			<main className="options-main">
				<section id="sites" aria-labelledby="sites-title">
					<h2 id="sites-title">Sites</h2>
					<Sites />
				</section>
				<section id="code-sets" aria-labelledby="code-sets-title">
					<h2 id="code-sets-title">Code sets</h2>
					<CodeSets>
						<ImportPanel />
					</CodeSets>
				</section>
				<section id="preferences" aria-labelledby="preferences-title">
					<h2 id="preferences-title">Preferences</h2>
					{loaded && <PreferencesForm preferences={preferences} onChange={change} />}
				</section>
				<section id="data" aria-labelledby="data-title">
					<h2 id="data-title">Data handling</h2>
					<DataHandling />
				</section>
				<section id="about" aria-labelledby="about-title">
					<h2 id="about-title">About</h2>
					<About />
				</section>
			</main>
			<NoticeLine />
		</div>
	);
}
