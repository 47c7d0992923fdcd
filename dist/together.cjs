// src/effects/together.ts
async function together(tasks) {
	const all = (await Promise.allSettled(tasks)).flatMap((end) => end.status === "rejected" ? [end.reason] : []);
	const errors = [...new Set(all)];
	if (errors.length === 1) throw errors[0];
	if (errors.length > 1) throw new AggregateError(errors, "several things failed");
	return await Promise.all(tasks);
}
Object.defineProperty(exports, "together", {
	enumerable: true,
	get: function() {
		return together;
	}
});
