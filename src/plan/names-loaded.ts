// What names a build after the event, to be loaded as one.
export { annotationsOf, labelsOf } from "./names-labels.ts";
export { namesOf } from "./names-plan.ts";
