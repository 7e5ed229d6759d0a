import { BellOff, X } from "lucide-react";
import { useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { FindingView } from "../../utils/messages/view";
import { IconButton } from "../controls/icon-button";
import { LinkedText } from "../detail/linked-text";
import { Quote } from "../text/quote";
import { TOPIC_WORDS } from "../text/words";
import "./finding-row.css";

export interface FindingActions {
	copyQuery(finding: FindingView, text: string): void;
	reveal(finding: FindingView): void;
	dismiss(finding: FindingView): void;
	mute(finding: FindingView, scope: "here" | "site" | "always"): void;
	toggle(finding: FindingView): void;
	showCode(code: string): void;
}

/** More codes than this are no longer read one by one. */
const SHOWN_CODES = 8;

interface Props {
	finding: FindingView;
	open: boolean;
	/** The row that the keys act on: it alone shows its buttons. */
	focused: boolean;
	actions: FindingActions;
}

/** Something the note leaves open: the topic in the record's words, the words it is about, one question. */
export function FindingRow({ finding, open, focused, actions }: Props) {
	const [draft, setDraft] = useState(finding.query);
	return (
		<div className="finding">
			<h2 className="finding-title">{finding.title}</h2>
			<p>{finding.question}</p>
			<p className="finding-quotes">
				<Quote evidence={finding.where} />
				{finding.indicators.map((indicator) => (
					<span key={`${indicator.regionId} ${indicator.start}`} className="finding-indicator">
						<Quote evidence={indicator} />
					</span>
				))}
				<span className="muted small">
					{" · "}
					<LinkedText text={finding.source} tabIndex={focused ? 0 : -1} onCode={actions.showCode} />
				</span>
			</p>
			{focused && <FindingButtons finding={finding} draft={draft} open={open} actions={actions} />}
			{open && (
				<FindingDraft
					finding={finding}
					draft={draft}
					onDraft={setDraft}
					tabIndex={focused ? 0 : -1}
					onCode={actions.showCode}
				/>
			)}
		</div>
	);
}

function FindingButtons({ finding, draft, open, actions }: Omit<Props, "focused"> & { draft: string }) {
	return (
		<div className="finding-buttons">
			<button type="button" className="button" title="c" onClick={() => actions.copyQuery(finding, draft)}>
				Copy query
			</button>
			<button type="button" className="button" title="e" onClick={() => actions.reveal(finding)}>
				Go to words
			</button>
			<button
				type="button"
				className="button"
				title="o"
				aria-expanded={open}
				onClick={() => actions.toggle(finding)}
			>
				Edit
			</button>
			<IconButton
				className="finding-dismiss"
				name="Dismiss"
				hint="Dismiss for this chart (x)"
				onClick={() => actions.dismiss(finding)}
			>
				<X size={16} aria-hidden="true" />
			</IconButton>
			<MenuTrigger>
				<Button className="icon-button" aria-label="Mute this rule">
					<BellOff size={14} aria-hidden="true" />
				</Button>
				<Popover className="popover" placement="bottom end">
					<Menu
						className="menu small"
						aria-label={`Mute findings of the rule ${finding.rule}`}
						onAction={(scope) => actions.mute(finding, scope as "here" | "site" | "always")}
					>
						<MenuItem id="here" className="menu-item">
							This rule in this chart
						</MenuItem>
						<MenuItem id="site" className="menu-item">
							This rule on this site
						</MenuItem>
						<MenuItem id="always" className="menu-item">
							This rule always
						</MenuItem>
					</Menu>
				</Popover>
			</MenuTrigger>
		</div>
	);
}

function FindingDraft({
	finding,
	draft,
	onDraft,
	tabIndex,
	onCode,
}: {
	finding: FindingView;
	draft: string;
	onDraft(text: string): void;
	tabIndex: 0 | -1;
	onCode(code: string): void;
}) {
	return (
		<div className="finding-draft small">
			<label>
				<span className="muted">Query draft. Edit it before you copy; it is not kept.</span>
				<textarea
					className="field"
					rows={6}
					tabIndex={tabIndex}
					value={draft}
					onChange={(event) => onDraft(event.target.value)}
				/>
			</label>
			{finding.codes.length > 0 && (
				<p>
					<span className="muted">{TOPIC_WORDS[finding.topic]} decides between </span>
					{finding.codes.slice(0, SHOWN_CODES).map((code) => (
						<span key={code}>
							<button type="button" className="link" tabIndex={tabIndex} onClick={() => onCode(code)}>
								<span className="code">{code}</span>
							</button>{" "}
						</span>
					))}
					{finding.codes.length > SHOWN_CODES && (
						<span className="muted">and {finding.codes.length - SHOWN_CODES} more</span>
					)}
				</p>
			)}
		</div>
	);
}
