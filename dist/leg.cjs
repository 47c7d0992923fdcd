const require_parsed = require("./parsed.cjs");
const require_errors = require("./errors.cjs");
const require_end = require("./end.cjs");
const require_message_of = require("./message-of.cjs");
const require_url_passwords = require("./url-passwords.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_read_inputs = require("./read-inputs.cjs");
let node_fs_promises = require("node:fs/promises");
// src/result/build-files.ts
require_pinned_images.init_dist();
const platform = require_pinned_images.object({
	os: require_pinned_images.string(),
	architecture: require_pinned_images.string(),
	variant: require_pinned_images.optional(require_pinned_images.string())
});
const metadata = require_pinned_images.looseObject({
	"containerimage.digest": require_pinned_images.optional(require_pinned_images.string()),
	"containerimage.descriptor": require_pinned_images.optional(require_pinned_images.object({
		mediaType: require_pinned_images.string(),
		digest: require_pinned_images.string(),
		size: require_pinned_images.number(),
		platform: require_pinned_images.optional(platform)
	}))
});
function metadataOf(text, target) {
	if (text === "" || target === void 0) return text;
	const own = require_pinned_images.parse(require_pinned_images.record(require_pinned_images.string(), require_pinned_images.unknown()), JSON.parse(text))[target];
	return own === void 0 ? "" : JSON.stringify(own);
}
function builtImage(text) {
	if (text === "") return void 0;
	const { "containerimage.digest": digest, "containerimage.descriptor": descriptor } = require_pinned_images.parse(metadata, JSON.parse(text));
	if (digest === void 0) return void 0;
	const parsed = require_pinned_images.parseDigest(digest);
	if (!parsed.ok) throw new Error(`buildx's metadata file: ${parsed.problem}`);
	const said = descriptor?.digest === digest ? descriptor : void 0;
	return {
		digest: parsed.value,
		size: said?.size,
		mediaType: said?.mediaType
	};
}
function describedImage(text, { digest }) {
	const { "containerimage.descriptor": descriptor } = require_pinned_images.parse(metadata, JSON.parse(text));
	if (descriptor?.platform === void 0 || descriptor.digest !== digest) return void 0;
	const { mediaType, size, platform } = descriptor;
	const about = {
		digest,
		mediaType,
		size,
		layersSize: void 0,
		attestations: []
	};
	return {
		digest,
		mediaType,
		size,
		manifests: [{
			platform: require_pinned_images.platformOf({
				...platform,
				variant: platform.variant
			}),
			...about
		}]
	};
}
function compactMetadata(text, { most, digest }) {
	if (text === "") return "";
	const all = require_pinned_images.parse(require_pinned_images.record(require_pinned_images.string(), require_pinned_images.unknown()), JSON.parse(text));
	const told = all["containerimage.digest"];
	const isOther = digest !== void 0 && told !== void 0 && told !== digest;
	const ofOther = ["containerimage.descriptor", "containerimage.config.digest"];
	const entries = Object.entries(isOther ? {
		...all,
		"containerimage.digest": digest
	} : all).filter(([name]) => !/^buildx\.build\.(?:provenance|warnings)/.test(name)).filter(([name]) => !isOther || !ofOther.includes(name)).map(([name, value]) => ({
		name,
		value,
		length: JSON.stringify([name, value]).length
	}));
	const shortest = entries.toSorted((one, other) => one.length - other.length);
	let length = 0;
	const kept = new Set(shortest.filter((entry) => {
		length += entry.length;
		return length <= most;
	}));
	return JSON.stringify(Object.fromEntries(entries.filter((entry) => kept.has(entry)).map(({ name, value }) => [name, value])));
}
function checkBuilt({ metadata, imageId }, program = "docker buildx") {
	if (metadata !== "" || imageId !== "") return;
	throw new require_errors.UserError(`nothing was built: \`${program}\` ended without an error, and left neither a metadata file nor an image's ID`, { tryThis: "look whether that is buildx, with `docker buildx version`; `buildx-version: latest` installs another" });
}
// src/plan/event-facts.ts
require_pinned_images.init_dist();
const text = require_pinned_images.nullish(require_pinned_images.string(), "");
const license = require_pinned_images.nullish(require_pinned_images.looseObject({ spdx_id: text }));
const repository = require_pinned_images.looseObject({
	name: text,
	description: text,
	html_url: text,
	license,
	default_branch: text
});
const commit = require_pinned_images.looseObject({
	id: require_pinned_images.string(),
	timestamp: require_pinned_images.string()
});
const answeredCommit = require_pinned_images.looseObject({ commit: require_pinned_images.looseObject({ committer: require_pinned_images.looseObject({ date: require_pinned_images.string() }) }) });
const side = require_pinned_images.looseObject({
	ref: text,
	sha: text,
	repo: require_pinned_images.nullish(require_pinned_images.looseObject({ full_name: text }))
});
const payload = require_pinned_images.looseObject({
	base_ref: text,
	deleted: require_pinned_images.nullish(require_pinned_images.boolean(), false),
	number: require_pinned_images.nullish(require_pinned_images.number()),
	pull_request: require_pinned_images.nullish(require_pinned_images.looseObject({
		base: require_pinned_images.nullish(side),
		head: require_pinned_images.nullish(side)
	})),
	repository: require_pinned_images.nullish(repository),
	commits: require_pinned_images.nullish(require_pinned_images.array(commit), []),
	head_commit: require_pinned_images.nullish(commit)
});
function eventOf(variables, json) {
	const read = require_pinned_images.safeParse(payload, json);
	const told = read.success ? read.output : require_pinned_images.parse(payload, {});
	const { name = "", prHeadSha } = variables;
	const { pull_request: pull } = told;
	const ref = name.includes("pull_request_target") ? `refs/pull/${told.number}/merge` : variables.ref;
	const sha = (prHeadSha && name.includes("pull_request") ? pull?.head?.sha : "") || variables.sha;
	const timestamp = [...told.commits, ...told.head_commit ? [told.head_commit] : []].find(({ id }) => id === sha)?.timestamp;
	return {
		name,
		ref,
		sha,
		repository: variables.repository,
		shortSha: shortened(sha, variables.shortShaLength),
		baseRef: baseRefOf(ref, told.base_ref, pull?.base?.ref ?? ""),
		head: pull ? pull.head?.repo?.full_name || "a repository that is gone" : void 0,
		deleted: told.deleted || name === "delete",
		about: told.repository ? repositoryFacts(told.repository) : void 0,
		committed: timestamp === void 0 ? void 0 : Date.parse(timestamp)
	};
}
const privacy = require_pinned_images.object({ repository: require_pinned_images.object({ private: require_pinned_images.boolean() }) });
function isPrivateIn(json) {
	const read = require_pinned_images.safeParse(privacy, json);
	return read.success && read.output.repository.private;
}
function repositoryFactsIn(json) {
	const read = require_pinned_images.safeParse(repository, json);
	return read.success ? repositoryFacts(read.output) : void 0;
}
function committedIn(json) {
	const read = require_pinned_images.safeParse(answeredCommit, json);
	return read.success ? Date.parse(read.output.commit.committer.date) : void 0;
}
function repositoryFacts(told) {
	return {
		name: told.name,
		description: told.description,
		url: told.html_url,
		license: told.license?.spdx_id ?? "",
		defaultBranch: told.default_branch
	};
}
function baseRefOf(ref, pushed, pulled) {
	if (ref.startsWith("refs/tags/") && pushed !== "") return pushed.replace(/^refs\/heads\//, "");
	return ref.startsWith("refs/pull/") ? pulled : "";
}
function shortened(sha, digits = "7") {
	if (/^\d+$/.test(digits)) return sha.slice(0, Number(digits));
	throw new require_errors.UserError(`DOCKER_METADATA_SHORT_SHA_LENGTH is \`${digits}\`; it takes a number, such as 12`);
}
async function readPayload(path) {
	if (path === void 0) return {
		json: {},
		problem: void 0
	};
	try {
		return {
			json: JSON.parse(await (0, node_fs_promises.readFile)(path, "utf8")),
			problem: void 0
		};
	} catch (error) {
		return {
			json: {},
			problem: `The event's payload at ${path} can't be read: ${require_message_of.messageOf(error)}`
		};
	}
}
async function completeEvent(event, asking, ports) {
	const [about, committed] = await Promise.all([event.about ?? aboutRepository(asking, ports.github), event.committed ?? commitTime(event.sha, asking, ports)]);
	return {
		...event,
		about,
		committed
	};
}
async function aboutRepository({ variables, token, proxies }, github) {
	const { apiUrl, serverUrl, repository } = variables;
	if (repository === "") return void 0;
	const told = await asked(`${apiUrl}/repos/${repository}`, {
		token,
		proxies,
		github,
		what: "the repository"
	});
	const guess = {
		name: repository.slice(repository.indexOf("/") + 1),
		description: "",
		license: "",
		defaultBranch: ""
	};
	return repositoryFactsIn(told) ?? {
		...guess,
		url: `${serverUrl}/${repository}`
	};
}
async function commitTime(sha, { variables, token, proxies }, { shell, github }) {
	const git = [
		"git",
		"-c",
		"safe.directory=*",
		"log",
		"-1",
		"--format=%cI",
		sha || "HEAD"
	];
	const time = await shell.capture("looking for the commit's time", git).then(({ stdout }) => Date.parse(stdout.trim()), () => NaN);
	if (!Number.isNaN(time)) return time;
	const { apiUrl, repository } = variables;
	if (repository === "" || sha === "") return void 0;
	return committedIn(await asked(`${apiUrl}/repos/${repository}/commits/${sha}`, {
		token,
		proxies,
		github,
		what: "the commit"
	}));
}
async function asked(url, { token, proxies, github, what }) {
	if (token === void 0) return void 0;
	const { askApi } = await Promise.resolve().then(() => require("./event-github-api.cjs"));
	try {
		return await askApi(url, {
			token,
			proxies
		});
	} catch (error) {
		github.warning(`GitHub's API does not tell about ${what}: ${require_message_of.messageOf(error)}`);
		return;
	}
}
// src/plan/event-push.ts
const own = [...[
	"push",
	"create",
	"schedule",
	"workflow_dispatch",
	"repository_dispatch"
], ...["release", "merge_group"]];
function decidePush({ name, repository, head, deleted }, hasTags) {
	const here = repository === "" ? "the repository" : repository;
	if (name.startsWith("pull_request")) return {
		push: false,
		why: `this is a pull request ${head !== void 0 && head !== repository ? `from a fork, ${head}` : `within ${here}`}, and pull requests are not pushed`
	};
	if (deleted) return {
		push: false,
		why: "the event tells that a branch or tag is gone"
	};
	if (!own.includes(name)) return {
		push: false,
		why: `${name === "" ? "no event is known" : `\`${name}\` may come from outside ${here}`}; \`push: true\` pushes all the same`
	};
	if (!hasTags) return {
		push: false,
		why: "this event makes no tag"
	};
	return {
		push: true,
		why: `\`${name}\` is an event of ${here} itself`
	};
}
// src/report/outputs.ts
const mostMetadata = 4096;
function describe({ tags, labels, annotations }) {
	const tagNames = [...new Set(tags.map(({ tag }) => tag))];
	return {
		version: "",
		tags: tags.map(require_pinned_images.formatReference),
		tagNames,
		labels,
		annotations
	};
}
function outputsOf(result, names) {
	const { images, builder, imageId } = result;
	const [first] = result.targets.length > 1 ? [] : images;
	const own = described(first === void 0 ? [] : [first]);
	const pushed = images.filter(({ repositories }) => repositories.length > 0);
	return new Map([
		["digest", first?.digest ?? ""],
		["digests", JSON.stringify(digestsOf(own))],
		...targetOutputs(result),
		["image-refs", pushed.flatMap(imageReferences).join("\n")],
		["manifests", JSON.stringify(first === void 0 ? [] : manifestsOf(images))],
		["metadata", metadataOutput(result)],
		["imageid", imageId],
		["builder", builder],
		["platforms", own.map(({ platform }) => platform).join(",")],
		...signingOutputs(result.signing),
		...descriptionOutputs(namesOf(result, names)),
		...own.map((m) => [`digest-${m.platform.replaceAll("/", "-")}`, m.digest])
	]);
}
function namesOf({ targets, images }, names) {
	if (targets.length === 0) return names;
	const tags = images.flatMap((image) => image.tags);
	const tagNames = [...new Set(tags.map(({ tag }) => tag))];
	return {
		...names,
		tags: tags.map(require_pinned_images.formatReference),
		tagNames
	};
}
function targetOutputs({ targets, images }) {
	if (targets.length === 0) return [];
	const all = targets.map((target) => {
		const own = images.filter((image) => image.target === target);
		const [first] = own;
		return [target, {
			digest: first?.digest ?? "",
			digests: digestsOf(described(first === void 0 ? [] : [first])),
			"image-refs": own.flatMap(imageReferences),
			tags: own.flatMap(({ tags }) => tags.map(require_pinned_images.formatReference)),
			manifests: manifestsOf(own)
		}];
	});
	return [["targets", JSON.stringify(Object.fromEntries(all))]];
}
function metadataOutput({ targets, images, metadata }) {
	if (targets.length === 0) return compactMetadata(metadata, {
		most: mostMetadata,
		digest: images[0]?.digest
	});
	const most = Math.floor(mostMetadata / targets.length);
	return `{${targets.flatMap((target) => {
		const digest = images.find((image) => image.target === target)?.digest;
		const own = compactMetadata(metadataOf(metadata, target), {
			most,
			digest
		});
		return own === "" ? [] : [`${JSON.stringify(target)}:${own}`];
	}).join(",")}}`;
}
function manifestsOf(images) {
	const pushed = images.filter(({ repositories }) => repositories.length > 0);
	return described(pushed.length > 0 ? pushed : images.slice(0, 1));
}
function digestsOf(manifests) {
	return Object.fromEntries(manifests.map(({ platform, digest }) => [platform, digest]));
}
function signingOutputs(signing) {
	if (signing === void 0) return [];
	const { signatures, attestations, verifyCommands } = signing;
	return [
		["signatures", JSON.stringify(Object.fromEntries(signatures))],
		["attestations", JSON.stringify(Object.fromEntries(attestations))],
		["verify-commands", verifyCommands.map(require_end.formatCommand).join("\n")]
	];
}
function described(images) {
	const all = images.flatMap(({ image }) => image?.manifests ?? []).map(({ platform, digest, mediaType, size, attestations }) => ({
		platform: require_pinned_images.formatPlatform(platform),
		digest,
		mediaType,
		size,
		attestations
	}));
	return [...new Map(all.map((manifest) => [JSON.stringify(manifest), manifest])).values()];
}
function descriptionOutputs(names) {
	const { version, tags, tagNames, labels, annotations } = names;
	const pairs = labels.map((label) => /^([^=]*)=?(.*)$/s.exec(label)?.slice(1) ?? [label, ""]);
	const object = {
		tags,
		"tag-names": tagNames,
		labels: Object.fromEntries(pairs),
		annotations
	};
	return [
		["tags", tags.join("\n")],
		["tag-names", tagNames.join("\n")],
		["version", version],
		["labels", labels.join("\n")],
		["annotations", annotations.join("\n")],
		["json", JSON.stringify(object)]
	];
}
function imageReferences({ digest, repositories }) {
	return repositories.map((repository) => `${repository}@${digest}`);
}
// src/effects/names-image.ts
async function nameImage(image, { runner, shell, github, payload, token, hasOtherNames = false }) {
	const { event: inputs, reproducible, pushByEvent } = image;
	if (!inputs.describes && !reproducible && !pushByEvent) return {
		image,
		epoch: void 0,
		description: describe(image)
	};
	const { event: variables, proxies } = runner;
	if (payload.problem !== void 0) github.warning(payload.problem);
	const told = eventOf(variables, payload.json);
	const event = inputs.describes || reproducible ? await completeEvent(told, {
		variables,
		token,
		proxies
	}, {
		shell,
		github
	}) : told;
	if (reproducible && event.committed === void 0) throw new require_errors.UserError("`reproducible: true` needs the commit's time, and neither the event, nor Git in the working directory, nor GitHub's API tells it; is actions/checkout missing before this step?");
	const decided = await decide(inputs.describes ? await applyEvent(image, event, github) : plainly(image), event, {
		github,
		hasOtherNames
	});
	const epoch = reproducible ? Math.floor((event.committed ?? 0) / 1e3) : void 0;
	return {
		...decided,
		epoch
	};
}
function plainly(image) {
	return {
		image,
		description: describe(image)
	};
}
async function applyEvent(image, event, github) {
	const { annotationsOf, labelsOf, namesOf } = await Promise.resolve().then(() => require("./names-loaded.cjs"));
	const now = Date.now();
	const moment = {
		event,
		now,
		committed: event.committed ?? now
	};
	const { version, tagNames, texts, tags, warnings } = namesOf(image, moment);
	const labels = labelsOf(image.event.labels, moment, version);
	const { annotations: given, annotationLevels } = image.event;
	const annotations = annotationsOf(given, annotationLevels, {
		moment,
		version
	});
	await github.group("Names from the event", async (print) => {
		print(`${event.name || "no event"}, ${event.ref || "no ref"}, ${event.sha || "no commit"}`);
		for (const { given: written, name } of image.names.images) if (written !== name) print(`Written in lower case: ${written} → ${name}`);
		for (const line of [
			...texts,
			...labels,
			...annotations
		]) print(line);
	});
	for (const warning of warnings) github.warning(warning);
	if (event.committed === void 0) github.warning("The commit's time is not known; the present time stands in for it.");
	return {
		image: {
			...image,
			tags,
			labels,
			annotations
		},
		description: {
			version: version ?? "",
			tags: texts,
			tagNames,
			labels,
			annotations
		}
	};
}
async function decide(named, event, { github, hasOtherNames }) {
	const { image } = named;
	if (image.push && !hasOtherNames && image.tags.length === 0) throw new require_errors.UserError(`\`tags\`: no rule makes a tag of this event, \`${event.name}\` of \`${event.ref}\`, and \`push: true\` needs one; add a rule such as \`type=ref,event=branch\`, or write \`push: auto\``);
	if (!image.pushByEvent) return named;
	const { push, why } = decidePush(event, image.tags.length > 0 || hasOtherNames);
	await github.group(push ? "Will push" : "Will not push", async (print) => print(why));
	return {
		...named,
		image: {
			...image,
			push
		}
	};
}
// src/plan/sign-plan.ts
const publicServices = {
	fulcio: "https://fulcio.sigstore.dev",
	rekor: {
		url: "https://rekor.sigstore.dev",
		version: 1
	},
	tsa: void 0,
	trustedRoot: void 0
};
const githubServices = {
	fulcio: "https://fulcio.githubapp.com",
	rekor: void 0,
	tsa: "https://timestamp.githubapp.com",
	trustedRoot: void 0
};
function planSigning({ sign, key, services, attest }, job, around) {
	const { idToken, isPrivate } = job;
	const identity = idToken === void 0 ? void 0 : {
		kind: "identity",
		token: idToken
	};
	const signer = key === void 0 ? identity : {
		kind: "key",
		key
	};
	const signs = sign !== "false" && signer !== void 0;
	const attests = attest && identity !== void 0;
	if (!signs && !attests) return void 0;
	return {
		sign: signs ? {
			signer,
			services: services ?? publicServices
		} : void 0,
		attest: attests ? {
			signer: identity,
			services: services ?? (isPrivate ? githubServices : publicServices),
			store: storeOf(job),
			serverUrl: job.event.serverUrl,
			repository: job.event.repository
		} : void 0,
		...around
	};
}
function missingIdentity({ sign, key, attest }, { idToken }) {
	if (idToken !== void 0) return void 0;
	const problem = "needs the job's own token, which it may not have; add `id-token: write` to the job's `permissions`, beside `contents: read` and what the push needs, such as `packages: write`";
	if (attest) return {
		input: "attest",
		problem
	};
	if (sign !== "true" || key !== void 0) return void 0;
	return {
		input: "sign",
		problem: `${problem}; or give a key in \`sign-key\``
	};
}
function storeOf({ githubToken, event }) {
	if (githubToken === void 0 || event.repository === "") return void 0;
	const { apiUrl, serverUrl, repository } = event;
	return {
		url: `${apiUrl}/repos/${repository}/attestations`,
		token: githubToken,
		page: `${serverUrl}/${repository}/attestations`
	};
}
// src/effects/sign-check.ts
async function checkSigning(inputs, isPushed, job) {
	if (!isPushed) return {
		inputs: {
			...inputs,
			sign: "false",
			attest: false
		},
		problems: []
	};
	const missing = missingIdentity(inputs, job);
	const problems = missing === void 0 ? [] : [require_read_inputs.complaintOf(missing.input, missing.problem)];
	if (inputs.sign === "false" || inputs.key === void 0) return {
		inputs,
		problems
	};
	const { openKey } = await Promise.resolve().then(() => require("./sign-key.cjs")).then((n) => n.sign_key_exports);
	const key = await openKey(inputs.key);
	if (!key.ok) return {
		inputs,
		problems: [...problems, require_read_inputs.complaintOf("sign-key", key.problem)]
	};
	if (key.value.hash === null && inputs.services?.rekor?.version === 2) {
		const problem = "is an Ed25519 key, which version 2 of Rekor takes in another form; take one of P-256";
		return {
			inputs,
			problems: [...problems, require_read_inputs.complaintOf("sign-key", problem)]
		};
	}
	return {
		inputs,
		problems
	};
}
// src/report/secret-left-out.ts
const cause = "secrets are empty for pull requests from forks and for Dependabot";
function leftOutText({ input, what }) {
	return require_read_inputs.complaintOf(input, `${what}; ${cause}. The build goes on without it`);
}
function noLoginText(login) {
	return require_read_inputs.complaintOf(login.input, `no login to ${login.registry}, as ${whyNone(login)}`);
}
function whyNone(login) {
	const missing = require_read_inputs.missingOf(login);
	return `the ${missing} ${missing.includes(" and ") ? "are" : "is"} empty; ${cause}`;
}
// src/runner/secrets.ts
function secretsOf({ login, build, signing }, { proxies, nodeCertificates }) {
	const passwords = [
		...login.logins.flatMap(({ username, password }) => password === "" ? [] : [password, Buffer.from(`${username}:${password}`).toString("base64")]),
		...login.leftOut.map(({ password }) => password),
		...Object.values(proxies).map(require_builder_node.passwordOf),
		...signing?.key === void 0 ? [] : [signing.key.pem, signing.key.password]
	];
	const keys = nodeCertificates.flatMap(({ key }) => key === void 0 ? [] : [key]);
	const ofBuild = build === void 0 ? [] : secretsOfBuild(build);
	return distinct([
		...passwords,
		...passwords.map(decoded),
		...keys,
		...ofBuild
	]);
}
function secretsOfTexts(raw) {
	const whole = [
		"password",
		"github-token",
		"sign-key",
		"sign-key-password"
	].flatMap((name) => raw.get(name) ?? []);
	const passwords = [...raw.values()].flatMap(require_url_passwords.passwordsIn);
	return distinct([
		...whole,
		...passwords,
		...passwords.map(decoded)
	]);
}
function secretsOfBuild({ secrets, cache }) {
	const { githubToken = "", secrets: given, ssh } = secrets;
	const keys = ssh.map(({ key = "" }) => key);
	return [
		...given.map(({ value }) => value),
		...keys,
		...require_read_inputs.secretsOfCache(cache),
		githubToken
	];
}
function distinct(secrets) {
	return [...new Set(secrets)].filter((secret) => secret !== "");
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
const shortest = 4;
function maskFor(github) {
	return (secrets) => {
		const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).map((line) => line.trim());
		const trimmed = secrets.map((secret) => secret.trim());
		const all = distinct([
			...secrets,
			...trimmed,
			...lines.filter((line) => line.length >= shortest)
		]);
		for (const secret of all) github.mask(secret);
	};
}
// src/effects/check-paths.ts
async function readGivenConfigs(configs, complain) {
	const given = [];
	for (const config of configs) if (config.kind === "inline") given.push({
		input: "buildkitd-config-inline",
		text: config.text
	});
	else if (await kindOf(config.path) === "file") given.push({
		input: "buildkitd-config",
		text: await (0, node_fs_promises.readFile)(config.path, "utf8")
	});
	else complain("buildkitd-config", `there is no file \`${config.path}\`; take a path as seen from the working directory, such as \`.github/buildkitd.toml\``);
	return given;
}
async function checkCertificates(config, nodes, complain) {
	const written = config?.pems.map(({ path }) => path) ?? [];
	const all = [...(config?.certificates ?? []).filter(({ path }) => !written.includes(path)), ...nodes.flatMap(certificatesOf)];
	const kinds = await Promise.all(all.map(({ path }) => kindOf(path)));
	for (const [index, { input, path }] of all.entries()) {
		if (kinds[index] === "file") continue;
		complain(input, `there is no file \`${path}\`; take a path on the runner, such as \`/etc/ssl/registry-ca.pem\``);
	}
}
function certificatesOf({ driverOpts }) {
	return driverOpts.flatMap((option) => /^(?:cacert|cert|key)=(.*)$/.exec(option)?.[1] ?? []).map((path) => ({
		input: "driver-opts",
		path
	}));
}
async function kindOf(path) {
	try {
		return (await (0, node_fs_promises.stat)(path)).isDirectory() ? "directory" : "file";
	} catch {
		return "absent";
	}
}
// src/domain/leg.ts
require_parsed.init_parsed();
const form = /^(\S+)@(\S+) run=(\d+)$/;
const example = `\`ghcr.io/owner/image@sha256:${"0".repeat(8)}… run=1234567\``;
const prefix = "leg-";
function formatLeg({ repository, tag, digest, run }) {
	return `${repository}${tag === void 0 ? "" : `:${tag}`}@${digest} run=${run}`;
}
function parseLeg(text) {
	const [, name = "", hash = "", run = ""] = form.exec(text) ?? [];
	const digest = require_pinned_images.parseDigest(hash);
	const reference = require_pinned_images.parseReference(name);
	if (!digest.ok || !reference.ok) return require_parsed.refused(`\`${text}\` is no leg; one is ${example}`);
	const { repository, tag } = reference.value;
	const leg = {
		repository,
		digest: digest.value,
		run
	};
	return require_parsed.parsed({
		...leg,
		tag: name.endsWith(`:${tag}`) ? tag : void 0
	});
}
function formatFailedLeg({ run, job, words }) {
	return `failed run=${run} job=${job}: ${words}`;
}
function parseFailedLeg(text) {
	const [whole, run = "", job = "", words = ""] = /^failed run=(\d+) job=([\w-]*): (.*)$/s.exec(text) ?? [];
	return whole === void 0 ? void 0 : {
		run,
		job,
		words
	};
}
function legOutput(platform) {
	return `${prefix}${platform.replaceAll("/", "-")}`;
}
function platformOfLegOutput(name) {
	if (!name.startsWith(prefix)) return void 0;
	return require_pinned_images.parsePlatform(name.slice(4).replaceAll("-", "/"));
}
Object.defineProperty(exports, "builtImage", {
	enumerable: true,
	get: function() {
		return builtImage;
	}
});
Object.defineProperty(exports, "checkBuilt", {
	enumerable: true,
	get: function() {
		return checkBuilt;
	}
});
Object.defineProperty(exports, "checkCertificates", {
	enumerable: true,
	get: function() {
		return checkCertificates;
	}
});
Object.defineProperty(exports, "checkSigning", {
	enumerable: true,
	get: function() {
		return checkSigning;
	}
});
Object.defineProperty(exports, "describedImage", {
	enumerable: true,
	get: function() {
		return describedImage;
	}
});
Object.defineProperty(exports, "descriptionOutputs", {
	enumerable: true,
	get: function() {
		return descriptionOutputs;
	}
});
Object.defineProperty(exports, "formatFailedLeg", {
	enumerable: true,
	get: function() {
		return formatFailedLeg;
	}
});
Object.defineProperty(exports, "formatLeg", {
	enumerable: true,
	get: function() {
		return formatLeg;
	}
});
Object.defineProperty(exports, "imageReferences", {
	enumerable: true,
	get: function() {
		return imageReferences;
	}
});
Object.defineProperty(exports, "isPrivateIn", {
	enumerable: true,
	get: function() {
		return isPrivateIn;
	}
});
Object.defineProperty(exports, "kindOf", {
	enumerable: true,
	get: function() {
		return kindOf;
	}
});
Object.defineProperty(exports, "leftOutText", {
	enumerable: true,
	get: function() {
		return leftOutText;
	}
});
Object.defineProperty(exports, "legOutput", {
	enumerable: true,
	get: function() {
		return legOutput;
	}
});
Object.defineProperty(exports, "maskFor", {
	enumerable: true,
	get: function() {
		return maskFor;
	}
});
Object.defineProperty(exports, "metadataOf", {
	enumerable: true,
	get: function() {
		return metadataOf;
	}
});
Object.defineProperty(exports, "nameImage", {
	enumerable: true,
	get: function() {
		return nameImage;
	}
});
Object.defineProperty(exports, "noLoginText", {
	enumerable: true,
	get: function() {
		return noLoginText;
	}
});
Object.defineProperty(exports, "outputsOf", {
	enumerable: true,
	get: function() {
		return outputsOf;
	}
});
Object.defineProperty(exports, "parseFailedLeg", {
	enumerable: true,
	get: function() {
		return parseFailedLeg;
	}
});
Object.defineProperty(exports, "parseLeg", {
	enumerable: true,
	get: function() {
		return parseLeg;
	}
});
Object.defineProperty(exports, "planSigning", {
	enumerable: true,
	get: function() {
		return planSigning;
	}
});
Object.defineProperty(exports, "platformOfLegOutput", {
	enumerable: true,
	get: function() {
		return platformOfLegOutput;
	}
});
Object.defineProperty(exports, "readGivenConfigs", {
	enumerable: true,
	get: function() {
		return readGivenConfigs;
	}
});
Object.defineProperty(exports, "readPayload", {
	enumerable: true,
	get: function() {
		return readPayload;
	}
});
Object.defineProperty(exports, "secretsOf", {
	enumerable: true,
	get: function() {
		return secretsOf;
	}
});
Object.defineProperty(exports, "secretsOfTexts", {
	enumerable: true,
	get: function() {
		return secretsOfTexts;
	}
});
Object.defineProperty(exports, "whyNone", {
	enumerable: true,
	get: function() {
		return whyNone;
	}
});
