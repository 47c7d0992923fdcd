require("./rolldown-runtime.cjs");
const require_errors = require("./errors.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_template = require("./template.cjs");
// src/inputs/matrix-checkout.ts
const byDefault = {
	none: false,
	ref: "",
	submodules: "false",
	lfs: "false",
	"fetch-depth": "1",
	"fetch-tags": "false"
};
const forms = {
	ref: /^\S+$/,
	submodules: /^(?:true|false|recursive)$/,
	lfs: /^(?:true|false)$/,
	"fetch-depth": /^\d+$/,
	"fetch-tags": /^(?:true|false)$/
};
const takes = {
	ref: "a branch, tag or commit, such as `v1.2.3`",
	submodules: "`true`, `false` or `recursive`",
	lfs: "`true` or `false`",
	"fetch-depth": "a number of commits, or `0` for all",
	"fetch-tags": "`true` or `false`"
};
function readCheckout(fields) {
	const lines = fields.list("checkout", { commas: true });
	if (lines.length === 1 && lines[0] === "none") return {
		...byDefault,
		none: true
	};
	const given = new Map();
	for (const line of lines) {
		const [, key = "", value = ""] = /^([^=]*)=(.*)$/s.exec(line) ?? [];
		const problem = problemOf(line, key.trim(), value.trim());
		if (problem !== void 0) fields.complain("checkout", problem);
		else given.set(key.trim(), value.trim());
	}
	return {
		...byDefault,
		...Object.fromEntries(given)
	};
}
function problemOf(line, key, value) {
	if (!line.includes("=")) return `\`${line}\` is not \`key=value\`; write \`none\` alone, or lines such as \`submodules=recursive\``;
	const form = Object.hasOwn(forms, key) ? forms[key] : void 0;
	if (form === void 0) return require_pinned_images.notOneOf(key, Object.keys(forms));
	return form.test(value) ? void 0 : `\`${line}\`: \`${key}\` takes ${takes[key]}`;
}
// src/inputs/matrix-inputs.ts
const example = "`linux/arm64 = self-hosted, linux, arm64`";
function readMatrix(raw) {
	const problems = [];
	const complain = (name, problem) => problems.push(require_read_inputs.complaintOf(name, problem));
	const fields = require_read_inputs.fieldsOf(raw, complain);
	const platforms = require_read_inputs.readPlatformList(fields, "platforms").platforms;
	if (fields.text("platforms") === void 0) complain("platforms", "is empty; each platform gets a job, as in `linux/amd64,linux/arm64`");
	const runners = readRunners(fields);
	const optional = readOptional(fields, platforms);
	const checkout = readCheckout(fields);
	const names = fields.names();
	problems.push(...require_read_inputs.unknownInputs(raw, names));
	return {
		inputs: {
			platforms,
			runners,
			optional,
			checkout
		},
		problems,
		names
	};
}
function readOptional(fields, platforms) {
	const built = platforms.map(require_pinned_images.formatPlatform);
	const optional = require_read_inputs.readPlatformList(fields, "optional-platforms").platforms.map(require_pinned_images.formatPlatform);
	for (const name of optional.filter((one) => !built.includes(one))) fields.complain("optional-platforms", `${name} is not in \`platforms\`; add it there too`);
	return optional;
}
function readRunners({ list, complain }) {
	const runners = new Map();
	for (const line of list("runners", { commas: false })) {
		const [, name = "", text = ""] = /^([^=\s]+)\s*=\s*(.+)$/.exec(line) ?? [];
		const labels = require_template.splitList(text, { commas: "outside quotes" });
		const platform = require_pinned_images.parsePlatform(name);
		if (labels.length === 0) complain("runners", `\`${line}\` is not \`platform = label\`, as in ${example}`);
		else if (!platform.ok) complain("runners", platform.problem);
		else if (runners.has(require_pinned_images.formatPlatform(platform.value))) complain("runners", `has ${require_pinned_images.formatPlatform(platform.value)} twice; keep one`);
		else runners.set(require_pinned_images.formatPlatform(platform.value), labels);
	}
	return runners;
}
// src/plan/matrix-plan.ts
const hosted = {
	amd64: "ubuntu-24.04",
	arm64: "ubuntu-24.04-arm"
};
function planMatrix({ platforms, runners, optional }) {
	return { include: [...new Map(platforms.map((platform) => [require_pinned_images.formatPlatform(platform), platform]))].map(([name, platform]) => ({
		platform: name,
		runner: runners.get(name) ?? [hostedRunner(platform)],
		...optional.includes(name) ? { optional: true } : {}
	})) };
}
function hostedRunner({ os, architecture }) {
	return os === "linux" && architecture === "arm64" ? hosted.arm64 : hosted.amd64;
}
// src/matrix.ts
async function matrix({ raw, github }) {
	const { inputs, problems } = readMatrix(raw);
	if (problems.length > 0) throw new require_errors.InputError(problems);
	const { include } = planMatrix(inputs);
	await github.group(`${include.length} jobs`, async (print) => {
		for (const { platform, runner } of include) print(`${platform} on ${runner.join(", ")}`);
	});
	github.setOutput("matrix", JSON.stringify({ include }));
	github.setOutput("platforms", include.map(({ platform }) => platform).join(","));
	github.setOutput("checkout", JSON.stringify(inputs.checkout));
}
exports.matrix = matrix;
