// Vitest 5 calls Map.groupBy and Object.groupBy when it prints a failed test; Node 20 has neither.
// Loaded with --import, so that a failure is told instead of crashing the report.
Map.groupBy ??= (items, keyOf) => {
	const groups = new Map();
	let index = 0;
	for (const item of items) {
		const key = keyOf(item, index++);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
};
Object.groupBy ??= (items, keyOf) => Object.fromEntries(Map.groupBy(items, keyOf));
