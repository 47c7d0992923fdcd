require("./rolldown-runtime.cjs");
const require_emulators_handler = require("./emulators-handler.cjs");
const require_docker_config_folder = require("./docker-config-folder.cjs");
const require_probe = require("./probe.cjs");
const require_errors = require("./errors.cjs");
let node_timers_promises = require("node:timers/promises");
// src/effects/started.ts
function start(work) {
	const end = work.then((value) => ({ value }), (error) => ({ error }));
	return { ready: async () => {
		const ended = await end;
		if ("error" in ended) throw ended.error;
		return ended.value;
	} };
}
// src/effects/phases.ts
const graceMilliseconds = 1500;
function phasesOf(timeline, bounds) {
	return { run: (name, shell, work) => timeline.measure(name, bounded(name, bounds[name], (signal) => work(signal ? shell.with({ signal }) : shell, signal))) };
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
// src/step/look-around.ts
async function lookAround({ shell, runner }, inputs, phases) {
	const user = await require_docker_config_folder.probeUserConfig(runner.config);
	const { host, proxies } = runner;
	const buildxFacts = start(phases.run("buildx", shell, (own) => require_emulators_handler.probeBuildx(own, inputs.buildx, {
		host,
		proxies,
		plugins: user.buildxPlugins
	})));
	return {
		machine: await phases.run("probe", shell, (own) => require_probe.probe(own, inputs, {
			...runner,
			user
		})),
		buildxFacts
	};
}
exports.lookAround = lookAround;
exports.phasesOf = phasesOf;
exports.start = start;
