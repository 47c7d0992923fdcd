// src/result/build-lint.ts
const warning = /^(?:(#\d+) WARN:|\S* -) ([A-Z][A-Za-z]+): (.+) \(line (\d+)\)$/;
const loading = /^(#\d+) \[(?:\S+ )?internal\] load build definition from (.+)$/;
function lintViolations(stderr) {
	const lines = stderr.trimEnd().split(/\r?\n/);
	const error = lines.findLast((line) => line.startsWith("ERROR: ")) ?? "";
	const [, names] = /: lint violation found for rules: (.+)$/.exec(error) ?? [];
	if (names === void 0) return [];
	const files = new Map(lines.flatMap((line) => {
		const [, id, file] = loading.exec(line) ?? [];
		return id === void 0 ? [] : [[id, file]];
	}));
	const [only] = files.size === 1 ? files.values() : [];
	const found = lines.flatMap((text) => {
		const [, id = "", rule = "", words = "", line] = warning.exec(text) ?? [];
		if (!names.split(", ").includes(rule)) return [];
		return [{
			rule,
			text: words,
			url: void 0,
			file: files.get(id) ?? only,
			line: Number(line),
			endLine: Number(line)
		}];
	});
	const isKnown = ({ rule, text, line, file }) => file === void 0 && found.some((one) => one.file && one.rule === rule && one.text === text && one.line === line);
	return [...new Map(found.filter((one) => !isKnown(one)).map((one) => [JSON.stringify(one), one])).values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
// src/report/markdown.ts
function cut(text, length) {
	const whole = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
	const characters = Array.from(whole);
	if (characters.length <= length) return whole;
	const start = characters.slice(0, length - 1).join("");
	const blank = start.lastIndexOf(" ");
	return blank < 0 ? "…" : `${start.slice(0, blank)} …`;
}
function stepName(name, length) {
	return cut(name.replace(/@sha256:[0-9a-f]{64}\b/g, ""), length);
}
function codeCell(text) {
	const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const pad = longest > 0 ? " " : "";
	return `${fence}${pad}${text.replaceAll("|", "\\|")}${pad}${fence}`;
}
function table(headings, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(headings.map((heading) => heading.replace(/:$/, ""))),
		line(headings.map((heading) => heading.endsWith(":") ? "---:" : "---")),
		...rows.map(line)
	];
}
function formatSeconds(seconds) {
	if (seconds < 60) return unbroken(`${seconds.toFixed(1)} s`);
	const whole = Math.round(seconds);
	return unbroken(`${Math.floor(whole / 60)} min ${whole % 60} s`);
}
function unbroken(text) {
	return text.replaceAll(" ", "\xA0");
}
function formatBytes(bytes) {
	const units = [
		"B",
		"kB",
		"MB",
		"GB",
		"TB"
	];
	const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
	const number = bytes / 1e3 ** power;
	return unbroken(`${power === 0 ? number : number.toFixed(1)} ${units[power]}`);
}
Object.defineProperty(exports, "codeCell", {
	enumerable: true,
	get: function() {
		return codeCell;
	}
});
Object.defineProperty(exports, "cut", {
	enumerable: true,
	get: function() {
		return cut;
	}
});
Object.defineProperty(exports, "formatBytes", {
	enumerable: true,
	get: function() {
		return formatBytes;
	}
});
Object.defineProperty(exports, "formatSeconds", {
	enumerable: true,
	get: function() {
		return formatSeconds;
	}
});
Object.defineProperty(exports, "lintViolations", {
	enumerable: true,
	get: function() {
		return lintViolations;
	}
});
Object.defineProperty(exports, "stepName", {
	enumerable: true,
	get: function() {
		return stepName;
	}
});
Object.defineProperty(exports, "table", {
	enumerable: true,
	get: function() {
		return table;
	}
});
Object.defineProperty(exports, "unbroken", {
	enumerable: true,
	get: function() {
		return unbroken;
	}
});
