/** Values of an option that may be repeated or take several values ("--pack A B --pack C"). */
export function optionValues(args: readonly string[], name: string): string[] {
	const values: string[] = [];
	for (let i = 0; i < args.length; i++) {
		if (args[i] !== name) continue;
		while (i + 1 < args.length && !(args[i + 1] as string).startsWith("--")) values.push(args[++i] as string);
	}
	return values;
}

/** The one value of an option, or undefined. Throws when it is not among `allowed`. */
export function optionValue<T extends string = string>(
	args: readonly string[],
	name: string,
	allowed?: readonly T[],
): T | undefined {
	const value = optionValues(args, name)[0] as T | undefined;
	if (value !== undefined && allowed && !allowed.includes(value))
		throw new Error(`${name} ${value}: not one of ${allowed.join(", ")}`);
	return value;
}
