import type { ButtonHTMLAttributes, ReactNode } from "react";

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "aria-label" | "title" | "type"> {
	/** What it does, for screen readers. */
	name: string;
	/** What the pointer is told, with the key where there is one; the name when left out. */
	hint?: string;
	children: ReactNode;
}

/** A button that shows an icon and has a name. */
export function IconButton({ name, hint = name, className = "", children, ...rest }: Props) {
	return (
		<button
			{...rest}
			type="button"
			className={`icon-button ${className}`.trimEnd()}
			aria-label={name}
			title={hint}
		>
			{children}
		</button>
	);
}
