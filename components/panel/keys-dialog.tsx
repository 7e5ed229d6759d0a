import { X } from "lucide-react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "../controls/icon-button";

const KEYS: { title: string; keys: [string, string][] }[] = [
	{
		title: "Everywhere",
		keys: [
			["/", "go to the search box"],
			["Esc", "leave the search or a code, back to where you were"],
			["1 2 3", "suggestions, findings, worksheet"],
			["n p", "next, previous finding, shown in the page"],
			["u", "undo the last change of the worksheet"],
			["?", "this list"],
		],
	},
	{
		title: "In every list",
		keys: [
			["↑ ↓ or j k", "move"],
			["Home End", "first, last"],
			["e", "go to the words in the page; again for the next ones"],
			["o", "open: why, evidence, notes"],
			["c", "copy the code or the query"],
		],
	},
	{
		title: "Suggestions",
		keys: [
			["Enter", "accept"],
			["x", "reject"],
		],
	},
	{
		title: "Findings",
		keys: [
			["Enter", "go to the words"],
			["x", "dismiss"],
		],
	},
	{
		title: "Worksheet",
		keys: [
			["Alt+↑ Alt+↓", "move the code"],
			["x", "take it off"],
		],
	},
	{
		title: "In the page (the browser’s extension settings can change these)",
		keys: [
			["Alt+Shift+C", "open this panel"],
			["Alt+Shift+N", "next finding in the note"],
			["Alt+Shift+P", "previous finding"],
		],
	},
	{
		title: "In the note",
		keys: [
			["Alt+Shift+.", "open the card of the finding at the caret; again: go into it"],
			["Esc", "close the card"],
		],
	},
	{
		title: "Search",
		keys: [
			["↑ ↓", "move through the codes found"],
			["Enter", "add to the worksheet, or copy where no chart is open"],
			["Alt+Enter", "open the code"],
		],
	},
];

/** Every key there is. Each also is a button somewhere. */
export function KeysDialog({
	open,
	onClose,
	singleKeys,
	onSingleKeys,
}: {
	open: boolean;
	onClose(): void;
	singleKeys: boolean;
	onSingleKeys(on: boolean): void;
}) {
	return (
		<ModalOverlay
			className="modal-overlay"
			isOpen={open}
			onOpenChange={(next) => !next && onClose()}
			isDismissable
		>
			<Modal className="modal">
				<Dialog className="keys-dialog">
					<div className="keys-title">
						<Heading slot="title" level={2}>
							Keys
						</Heading>
						<IconButton name="Close" onClick={onClose}>
							<X size={16} aria-hidden="true" />
						</IconButton>
					</div>
					<label className="keys-switch">
						<input
							type="checkbox"
							checked={singleKeys}
							onChange={(event) => onSingleKeys(event.target.checked)}
						/>
						Single-letter keys, while a list has the focus
					</label>
					{KEYS.map((group) => (
						<section key={group.title}>
							<h3 className="small muted">{group.title}</h3>
							<dl>
								{group.keys.map(([key, words]) => (
									<div key={key}>
										<dt>
											<kbd>{key}</kbd>
										</dt>
										<dd>{words}</dd>
									</div>
								))}
							</dl>
						</section>
					))}
				</Dialog>
			</Modal>
		</ModalOverlay>
	);
}
