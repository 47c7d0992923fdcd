const require_docker_config_folder = require("./docker-config-folder.cjs");
const require_errors = require("./errors.cjs");
const require_tool_image_buildkit = require("./tool-image-buildkit.cjs");
let node_timers_promises = require("node:timers/promises");
// src/effects/phases.ts
const graceMilliseconds = 1500;
function phasesOf(timeline, bounds) {
	return { run: (name, shell, work) => timeline.measure(name, bounded(name, bounds[name], (signal) => work(signal ? withSignal(shell, signal) : shell, signal))) };
}
async function bounded(name, bound, work) {
	if (bound === void 0) return await work(void 0);
	const late = new AbortController();
	const over = new AbortController();
	const done = work(late.signal);
	const expired = (0, node_timers_promises.setTimeout)(bound, void 0, {
		signal: over.signal,
		ref: false
	}).then(async () => {
		late.abort(new require_errors.TimeoutError(name, bound));
		const end = done.then(() => void 0, (error) => error);
		const last = await Promise.race([end, (0, node_timers_promises.setTimeout)(graceMilliseconds)]);
		throw new require_errors.TimeoutError(name, bound, last instanceof require_errors.UserError ? last : void 0);
	}, () => done);
	const inTime = done.catch((error) => late.signal.aborted ? expired : Promise.reject(error));
	return await Promise.race([inTime, expired]).finally(() => over.abort());
}
function withSignal(shell, signal) {
	const joined = (own) => own === void 0 ? signal : AbortSignal.any([own, signal]);
	return {
		capture: (doing, command, options = {}) => shell.capture(doing, command, {
			...options,
			signal: joined(options.signal)
		}),
		stream: (doing, command, options) => shell.stream(doing, command, {
			...options,
			signal: joined(options.signal)
		})
	};
}
// src/look.ts
async function look({ shell, runner, timeline }, inputs) {
	const phases = phasesOf(timeline, inputs.patience.bounds);
	const user = await require_docker_config_folder.probeUserConfig(runner.config);
	const { host } = runner;
	const buildxFacts = require_tool_image_buildkit.waitedForLater(phases.run("buildx", shell, (own) => require_docker_config_folder.probeBuildx(own, inputs.buildx, {
		host,
		plugins: user.buildxPlugins
	})));
	const named = {
		...runner,
		user
	};
	return {
		machine: await phases.run("probe", shell, (own) => require_docker_config_folder.probe(own, inputs, named)),
		buildxFacts,
		phases
	};
}
exports.look = look;
