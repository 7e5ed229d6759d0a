import { Check, CircleAlert, Info, TriangleAlert } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { KeepReason } from "../../utils/messages/view";
import type { Commands } from "../data/use-commands";
import { LinkedText } from "../detail/linked-text";
import { KEEP_WORDS } from "../text/words";
import type { SheetCheck } from "./rows-with-checks";

const ICONS = { error: CircleAlert, check: TriangleAlert, info: Info };
const WORDS = { error: "Not reportable as it stands", check: "Check", info: "Note" };
const TONES = { error: "status-bad", check: "status-warn", info: "muted" };

/**
 * One check of the code list with its source; where the fix is certain, the button that makes it; for a
 * check that leaves the answer to the coder, the reasons with which the codes can stay.
 */
export function CheckLine({
	check,
	commands,
	onCode,
}: {
	check: SheetCheck;
	commands: Commands;
	onCode(code: string): void;
}) {
	const { fix, kept } = check;
	const Icon = kept === null ? ICONS[check.severity] : Check;
	return (
		<div className="check small">
			<Icon size={14} className={kept === null ? TONES[check.severity] : "muted"} aria-hidden="true" />
			<div>
				<p className={kept === null ? "" : "muted"}>
					<span className="unseen">{kept === null ? WORDS[check.severity] : "Kept"}: </span>
					<LinkedText text={check.text} onCode={onCode} />
				</p>
				<div className="in-a-row muted">
					<span>
						<LinkedText text={check.source} onCode={onCode} />
					</span>
					{kept !== null && (
						<>
							<span>kept: {KEEP_WORDS[kept].toLowerCase()}</span>
							<button type="button" className="link" onClick={() => void commands.keep(check, null)}>
								Take back
							</button>
						</>
					)}
					{kept === null && fix !== undefined && (
						<button type="button" className="link" onClick={() => void commands.fix(fix.codes, fix.label)}>
							{fix.label}
						</button>
					)}
					{kept === null && check.severity === "check" && (
						<KeepMenu onKeep={(reason) => void commands.keep(check, reason)} />
					)}
				</div>
			</div>
		</div>
	);
}

function KeepMenu({ onKeep }: { onKeep(reason: KeepReason): void }) {
	return (
		<MenuTrigger>
			<Button className="link">Keep because…</Button>
			<Popover className="popover" placement="bottom start">
				<Menu
					className="menu small"
					aria-label="Reason to keep the codes"
					onAction={(reason) => onKeep(reason as KeepReason)}
				>
					{(Object.entries(KEEP_WORDS) as [KeepReason, string][]).map(([reason, words]) => (
						<MenuItem key={reason} id={reason} className="menu-item">
							{words}
						</MenuItem>
					))}
				</Menu>
			</Popover>
		</MenuTrigger>
	);
}
