import { useState } from "react";

/** A button that deletes: the first press asks in its own place, the second does it. */
export function ConfirmButton({
	label,
	what,
	onConfirm,
}: {
	/** "Delete", "Remove". */
	label: string;
	/** What is deleted, for those who do not see the row it stands in. */
	what: string;
	onConfirm(): void;
}) {
	const [sure, setSure] = useState(false);
	const words = sure ? `Really ${label.toLowerCase()}` : label;
	return (
		<button
			type="button"
			className={sure ? "button danger" : "button"}
			aria-label={`${words}: ${what}`}
			onClick={() => {
				setSure(!sure);
				if (sure) onConfirm();
			}}
			onBlur={() => setSure(false)}
		>
			{words}
		</button>
	);
}
