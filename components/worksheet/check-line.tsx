import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { EditFinding } from "../../utils/edits/types";
import { LinkedText } from "../detail/linked-text";

const ICONS = { error: CircleAlert, check: TriangleAlert, info: Info };
const WORDS = { error: "Not reportable as it stands", check: "Check", info: "Note" };
const TONES = { error: "status-bad", check: "status-warn", info: "muted" };

/** One check of the code list with its source and, where the fix is certain, the button that makes it. */
export function CheckLine({
	check,
	onFix,
	onCode,
}: {
	check: EditFinding;
	onFix(codes: string[], label: string): void;
	onCode(code: string): void;
}) {
	const Icon = ICONS[check.severity];
	const { fix } = check;
	return (
		<div className="check small">
			<Icon size={14} className={TONES[check.severity]} aria-hidden="true" />
			<div>
				<p>
					<span className="unseen">{WORDS[check.severity]}: </span>
					<LinkedText text={check.text} onCode={onCode} />
				</p>
				<p className="muted">
					<LinkedText text={check.source} onCode={onCode} />
					{fix !== undefined && (
						<>
							{" · "}
							<button type="button" className="link" onClick={() => onFix(fix.codes, fix.label)}>
								{fix.label}
							</button>
						</>
					)}
				</p>
			</div>
		</div>
	);
}
