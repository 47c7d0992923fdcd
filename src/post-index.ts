// The entry of every post step. It holds nothing that could build: a main step that was ended before
// it saved any state looks, from here, as if it had never run.
import { systemShell } from "./effects/shell.ts";
import { withoutInputs } from "./inputs/raw-inputs.ts";
import { post } from "./post.ts";
import { githubRunner } from "./runner/github.ts";
import { toTheEnd } from "./step/end.ts";

const { env: environment } = process;
const shell = systemShell(withoutInputs({ ...environment }));
const github = githubRunner({ hasSummary: false });
const saved = { undo: environment["STATE_undo"], main: environment["STATE_main"] };

toTheEnd(post(saved, { shell, github }), github);
