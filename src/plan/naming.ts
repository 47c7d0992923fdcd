// What names a build after the event, to be loaded as one.
export { annotationsOf, labelsOf } from "./labels.ts";
export { namesOf } from "./names.ts";
