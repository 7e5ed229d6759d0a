import { Button } from "react-aria-components";

/** The button that FileTrigger makes open the file chooser. */
export function ChooseButton() {
	return <Button className="button">Choose files</Button>;
}
