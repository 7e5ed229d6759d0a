import { type ReactNode, useId, useState } from "react";

function Field({
	label,
	id,
	hint,
	children,
}: {
	label: string;
	id: string;
	hint?: string | undefined;
	children: ReactNode;
}) {
	return (
		<div className="preference">
			<div>
				<label htmlFor={id}>{label}</label>
				{hint !== undefined && (
					<p className="small muted" id={`${id}-hint`}>
						{hint}
					</p>
				)}
			</div>
			{children}
		</div>
	);
}

/** One of a few. */
export function Choice(props: {
	label: string;
	value: string;
	options: [string, string][];
	onChange(value: string): void;
}) {
	const id = useId();
	return (
		<Field label={props.label} id={id}>
			<select
				id={id}
				className="field"
				value={props.value}
				onChange={(event) => props.onChange(event.target.value)}
			>
				{props.options.map(([value, words]) => (
					<option key={value} value={value}>
						{words}
					</option>
				))}
			</select>
		</Field>
	);
}

/** On or off. */
export function Tick(props: { label: string; hint?: string; checked: boolean; onChange(on: boolean): void }) {
	const id = useId();
	return (
		<Field label={props.label} id={id} hint={props.hint}>
			<input
				id={id}
				type="checkbox"
				aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
				checked={props.checked}
				onChange={(event) => props.onChange(event.target.checked)}
			/>
		</Field>
	);
}

/** Saved when the field is left, so that a number half typed is no setting. */
export function WholeNumber(props: {
	label: string;
	value: number;
	min: number;
	max: number;
	onChange(value: number): void;
}) {
	const id = useId();
	const [text, setText] = useState(String(props.value));
	const keep = () => {
		const number = Math.round(Number(text));
		const valid = Number.isFinite(number) && text.trim() !== "";
		const kept = valid ? Math.min(props.max, Math.max(props.min, number)) : props.value;
		setText(String(kept));
		if (kept !== props.value) props.onChange(kept);
	};
	return (
		<Field label={props.label} id={id}>
			<input
				id={id}
				className="field preference-number"
				type="number"
				min={props.min}
				max={props.max}
				value={text}
				onChange={(event) => setText(event.target.value)}
				onBlur={keep}
				onKeyDown={(event) => event.key === "Enter" && keep()}
			/>
		</Field>
	);
}
