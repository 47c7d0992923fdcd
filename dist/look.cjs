const require_docker_config = require("./docker-config.cjs");
const require_together = require("./together.cjs");
const require_index = require("./index.cjs");
let node_timers_promises = require("node:timers/promises");
// src/phases.ts
const graceMilliseconds = 1500;
function phasesOf(timeline, bounds) {
	return { run: (name, shell, work) => timeline.measure(name, bounded(name, bounds[name], (signal) => work(signal ? withSignal(shell, signal) : shell))) };
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
		const error = new require_index.TimeoutError(name, bound);
		late.abort(error);
		await Promise.race([done.catch(() => {}), (0, node_timers_promises.setTimeout)(graceMilliseconds)]);
		throw error;
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
	const user = await require_docker_config.probeUserConfig(runner.config);
	const { host } = runner;
	const buildxFacts = require_together.waitedForLater(phases.run("buildx", shell, (own) => require_docker_config.probeBuildx(own, inputs.buildx, {
		host,
		plugin: user.buildxPlugin
	})));
	const named = {
		...runner,
		user
	};
	return {
		machine: await phases.run("probe", shell, (own) => require_docker_config.probe(own, inputs, named)),
		buildxFacts,
		phases
	};
}
exports.look = look;
