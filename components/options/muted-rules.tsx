import type { Preferences } from "../../utils/messages/view";

/** Rules that are muted always or on a site, each with the way back. */
export function MutedRules({
	preferences,
	onChange,
}: {
	preferences: Preferences;
	onChange(some: Partial<Preferences>): void;
}) {
	const muted = preferences.mutedRules;
	return (
		<div className="preference preference-wide">
			<div>
				<h3>Muted rules</h3>
				{muted.length === 0 && (
					<p className="small muted">No rule is muted. Findings have a button for it.</p>
				)}
			</div>
			<ul className="option-rows">
				{muted.map((one) => {
					const where = one.origin === undefined ? "everywhere" : `on ${one.origin}`;
					return (
						<li key={`${one.rule} ${one.origin ?? ""}`}>
							<span>
								{one.rule.replaceAll("-", " ")} <span className="muted">{where}</span>
							</span>
							<button
								type="button"
								className="button"
								aria-label={`Show again: ${one.rule} ${where}`}
								onClick={() => onChange({ mutedRules: muted.filter((other) => other !== one) })}
							>
								Show again
							</button>
						</li>
					);
				})}
			</ul>
		</div>
	);
}
