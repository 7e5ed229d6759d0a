import { Star } from "lucide-react";
import { useState } from "react";
import type { CodeDetail } from "../../utils/messages/view";
import { IconButton } from "../controls/icon-button";
import { useAnnouncer } from "../platform/announcer";
import { useApi } from "../platform/api";

/** The star; shows the new state at once and takes it back when it could not be saved. */
export function FavouriteButton({
	system,
	code,
	favourite,
	tabIndex,
}: Pick<CodeDetail, "system" | "code" | "favourite"> & { tabIndex?: 0 | -1 }) {
	const api = useApi();
	const { tell } = useAnnouncer();
	const [on, setOn] = useState(favourite);
	const toggle = async () => {
		setOn(!on);
		try {
			const outcome = await api.send("favourites.set", { system, code, on: !on });
			if (outcome.ok) {
				tell(on ? `${code} is no favourite any more` : `${code} is a favourite`);
				return;
			}
			tell(outcome.message, "problem");
		} catch (error) {
			tell(`Not saved: ${(error as Error).message}`, "problem");
		}
		setOn(on);
	};
	return (
		<IconButton
			aria-pressed={on}
			name={`Favourite ${code}`}
			hint={on ? "Remove from favourites" : "Add to favourites"}
			tabIndex={tabIndex}
			onClick={() => void toggle()}
		>
			<Star size={16} fill={on ? "currentColor" : "none"} aria-hidden="true" />
		</IconButton>
	);
}
