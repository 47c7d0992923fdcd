const require_pinned_images = require("./pinned-images.cjs");
const require_errors = require("./errors.cjs");
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
Object.defineProperty(exports, "compactMetadata", {
	enumerable: true,
	get: function() {
		return compactMetadata;
	}
});
Object.defineProperty(exports, "describedImage", {
	enumerable: true,
	get: function() {
		return describedImage;
	}
});
Object.defineProperty(exports, "metadataOf", {
	enumerable: true,
	get: function() {
		return metadataOf;
	}
});
