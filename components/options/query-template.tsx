import { useId, useState } from "react";

/** The user's own frame around query drafts. The background holds it to the rules of wording before it is kept. */
export function QueryTemplate({
	template,
	onChange,
}: {
	template: string;
	onChange(template: string): void;
}) {
	const id = useId();
	const [text, setText] = useState(template);
	return (
		<div className="preference preference-wide">
			<div>
				<label htmlFor={id}>
					<b>Query template</b>
				</label>
				<p className="small muted" id={`${id}-hint`}>
					Your own words around a query: {"{draft}"} stands for the whole draft, {"{title}"}, {"{quote}"},{" "}
					{"{place}"} and {"{question}"} for its parts. Empty: the draft alone. Do not enter anything of a
					patient.
				</p>
			</div>
			<textarea
				id={id}
				className="field query-template"
				rows={3}
				maxLength={2000}
				aria-describedby={`${id}-hint`}
				value={text}
				onChange={(event) => setText(event.target.value)}
			/>
			<div className="buttons">
				<button
					type="button"
					className="button"
					aria-disabled={text === template}
					onClick={() => {
						if (text !== template) onChange(text);
					}}
				>
					Save the template
				</button>
			</div>
		</div>
	);
}
