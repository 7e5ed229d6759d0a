import { useEffect, useRef, useState } from "react";
import type { CodeChange } from "../../../utils/codesets/editions/diff";
import type { ReleaseView } from "../../../utils/messages/view";
import { ChangeList } from "./change-list";
import { useCompare } from "./changes-worker";
import "./changes.css";

type State =
	| { step: "idle" }
	| { step: "working" }
	| { step: "done"; changes: CodeChange[] }
	| { step: "failed"; failed: string };

/** Pairs of installed editions of one system, newest first, older edition of the pair first. */
export function editionPairs(
	releases: readonly ReleaseView[],
): { before: ReleaseView; after: ReleaseView }[] {
	const byAge = [...releases].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
	return byAge.flatMap((after, index) =>
		byAge
			.slice(index + 1)
			.filter((before) => before.system === after.system && before.edition !== after.edition)
			.map((before) => ({ before, after })),
	);
}

/** What changed between two installed editions. Absent while there is nothing to compare. */
export function Changes({ releases }: { releases: readonly ReleaseView[] }) {
	const pairs = editionPairs(releases);
	const compare = useCompare();
	const [chosen, setChosen] = useState(0);
	const [state, setState] = useState<State>({ step: "idle" });
	const stop = useRef<() => void>(() => {});
	useEffect(() => () => stop.current(), []);
	const pair = pairs[chosen] ?? pairs[0];
	if (pair === undefined) {
		return (
			<p className="small muted">
				With two editions of a system installed, what changed between them is shown here.
			</p>
		);
	}

	const run = async () => {
		stop.current();
		const job = compare({ before: pair.before.id, after: pair.after.id });
		stop.current = job.stop;
		setState({ step: "working" });
		const answer = await job.answer;
		setState(
			answer.ok ? { step: "done", changes: answer.changes } : { step: "failed", failed: answer.failed },
		);
	};
	const cancel = () => {
		stop.current();
		setState({ step: "idle" });
	};

	return (
		<div className="changes">
			<h3>What changed</h3>
			<div className="buttons">
				<select
					className="field"
					aria-label="Editions to compare"
					value={pairs.indexOf(pair)}
					onChange={(event) => {
						cancel();
						setChosen(Number(event.target.value));
					}}
				>
					{pairs.map(({ before, after }, index) => (
						<option key={`${before.id} ${after.id}`} value={index}>
							{after.system}: {name(before)} to {name(after)}
						</option>
					))}
				</select>
				{state.step === "working" ? (
					<button type="button" className="button" onClick={cancel}>
						Cancel
					</button>
				) : (
					<button type="button" className="button" onClick={() => void run()}>
						Compare
					</button>
				)}
			</div>
			{state.step === "working" && <p className="muted late">Comparing</p>}
			{state.step === "failed" && <p className="status-bad">Not compared: {state.failed}</p>}
			{(pair.before.starter || pair.after.starter) && state.step === "done" && (
				<p className="small muted">One of the two is the starter set, which has the common codes only.</p>
			)}
			{state.step === "done" && (
				<ChangeList changes={state.changes} name={`${pair.before.edition}-${pair.after.edition}`} />
			)}
		</div>
	);
}

function name(release: ReleaseView): string {
	return release.starter ? `${release.edition} (starter set)` : release.edition;
}
