const require_errors = require("./errors.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_export_kinds = require("./export-kinds.cjs");
// src/inputs/matrix-inputs.ts
const example = "`linux/arm64 = self-hosted, linux, arm64`";
function readMatrix(raw) {
	const problems = [];
	const complain = (name, problem) => problems.push(require_read_inputs.complaintOf(name, problem));
	const fields = require_read_inputs.fieldsOf(raw, complain);
	const platforms = require_read_inputs.readPlatformList(fields, "platforms").platforms;
	if (fields.text("platforms") === void 0) complain("platforms", "is empty; each platform gets a job, as in `linux/amd64,linux/arm64`");
	const runners = readRunners(fields);
	const names = fields.names();
	problems.push(...require_read_inputs.unknownInputs(raw, names));
	return {
		inputs: {
			platforms,
			runners
		},
		problems,
		names
	};
}
function readRunners({ list, complain }) {
	const runners = new Map();
	for (const line of list("runners", { commas: false })) {
		const [, name = "", text = ""] = /^([^=\s]+)\s*=\s*(.+)$/.exec(line) ?? [];
		const labels = require_export_kinds.splitList(text, { commas: "outside quotes" });
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
function planMatrix({ platforms, runners }) {
	return { include: [...new Map(platforms.map((platform) => [require_pinned_images.formatPlatform(platform), platform]))].map(([name, platform]) => ({
		platform: name,
		runner: runners.get(name) ?? [hostedRunner(platform)]
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
}
exports.matrix = matrix;
