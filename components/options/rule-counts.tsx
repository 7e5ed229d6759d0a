import { listRuleCounts } from "../../utils/storage/rule-counts";
import { useLoaded } from "../data/use-loaded";

/** How often findings of each rule were shown and dismissed, and which rules went quiet because of it. */
export function RuleCounts() {
	const counts = useLoaded(listRuleCounts);
	if (counts.value === null || counts.value.length === 0) return null;
	return (
		<details className="rule-counts small">
			<summary>How often findings were shown and dismissed</summary>
			<p className="muted">
				Counted on this machine, by rule. A rule that is mostly dismissed is no longer underlined in the page;
				the panel still lists it.
			</p>
			<table>
				<thead>
					<tr>
						<th scope="col">Rule</th>
						<th scope="col">Shown</th>
						<th scope="col">Dismissed</th>
						<th scope="col">In the page</th>
					</tr>
				</thead>
				<tbody>
					{counts.value.map((row) => (
						<tr key={row.rule}>
							<th scope="row">{row.rule.replaceAll("-", " ")}</th>
							<td>{row.shown}</td>
							<td>{row.dismissed}</td>
							<td>{row.quiet ? "quiet" : "underlined"}</td>
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}
