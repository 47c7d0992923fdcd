// src/result/build-failure.ts
const rule = "--------------------";
const blockEnd = "------";
const lastLines = 5;
function buildFailure(stderr) {
	const lines = stderr.trimEnd().split(/\r?\n/);
	const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
	if (errorAt < 0) return void 0;
	const source = sourceOf(lines.slice(0, errorAt));
	const [block] = blocksOf(lines.slice(0, errorAt));
	if (source === void 0 && block === void 0) return void 0;
	return {
		step: block?.step,
		output: block?.output ?? [],
		source,
		error: lines.slice(errorAt).join("\n")
	};
}
function lastWords(stderr, most = lastLines) {
	const lines = stderr.trimEnd().split(/\r?\n/);
	const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
	const text = lines.slice(errorAt < 0 ? -most : errorAt).join("\n");
	const failed = blocksOf(lines.slice(0, Math.max(0, errorAt))).map(({ step }) => step);
	return {
		text,
		isLocal: failed.length > 0 && failed.every((step) => localExport.test(step))
	};
}
const localExport = /^(?:\[[^\s\]]+\] )?(?:exporting to (?:docker|oci) image format|exporting to client|importing to )/;
const anyExport = /^(?:\[[^\s\]]+\] )?(?:exporting|merging|pushing) /;
function failedInExport(stderr) {
	const failure = buildFailure(stderr);
	return failure?.source === void 0 && anyExport.test(failure?.step ?? "");
}
function blocksOf(lines) {
	const closing = lines.slice(lines.findLastIndex((line) => /^#\d+ /.test(line)) + 1);
	return closing.flatMap((line, index) => {
		const title = closing[index + 1];
		if (line !== blockEnd || !isTitle(title)) return [];
		const rest = closing.slice(index + 2);
		return [{
			step: title.slice(3, -1),
			output: rest.slice(0, Math.max(0, rest.indexOf(blockEnd))).map((text) => text.replace(/^\d+\.\d+ /, ""))
		}];
	});
}
function isTitle(line) {
	return line !== void 0 && /^ > .+:$/.test(line);
}
function sourceOf(lines) {
	if (lines.at(-1) !== rule) return void 0;
	const start = lines.lastIndexOf(rule, -2);
	const [, file, number] = /^(.+):(\d+)$/.exec(lines[start - 1] ?? "") ?? [];
	if (file === void 0 || number === void 0) return void 0;
	const excerpt = lines.slice(start + 1, -1);
	const marked = excerpt.flatMap((text) => /^ *(\d+) \| >>>/.exec(text)?.[1] ?? []).map(Number);
	const line = marked[0] ?? Number(number);
	return {
		file,
		line,
		endLine: marked.at(-1) ?? line,
		excerpt
	};
}
Object.defineProperty(exports, "buildFailure", {
	enumerable: true,
	get: function() {
		return buildFailure;
	}
});
Object.defineProperty(exports, "failedInExport", {
	enumerable: true,
	get: function() {
		return failedInExport;
	}
});
Object.defineProperty(exports, "lastWords", {
	enumerable: true,
	get: function() {
		return lastWords;
	}
});
