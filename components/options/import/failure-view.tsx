import type { ImportFailure } from "./import-messages";

/** Why an import stopped: file, line, cause, and that nothing was lost. */
export function FailureView({ failure }: { failure: ImportFailure }) {
	return (
		<div className="import-failure" role="alert">
			<p className="status-bad">
				<b>The import stopped.</b> {failureWords(failure)}
			</p>
			<p className="small muted">Editions that were installed before are unchanged and in use.</p>
		</div>
	);
}

/** "icd10cm_order_2026.txt, line 12: not a line of an order file." */
export function failureWords({ file, line, reason }: ImportFailure): string {
	const where = file === null ? "" : `${file}${line === null ? "" : `, line ${line}`}: `;
	return `${where}${reason}.`;
}
