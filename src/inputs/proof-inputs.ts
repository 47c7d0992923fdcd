// The inputs of the proof that follows a push.
import type { BuildInputs } from "./build-inputs.ts";
import { pushesImage } from "./export-kinds.ts";
import type { Fields } from "./fields.ts";

export type ProofInputs = {
  /** When what was exported is checked: after it has its names, before, or not at all. */
  readonly verify: (typeof choices)[number];
  /** Whether layers that most likely are another platform's are an error. */
  readonly strict: boolean;
};

const choices = ["true", "false", "before-tag"] as const;

export function readVerify(fields: Fields): ProofInputs["verify"] {
  return fields.choice("verify", choices);
}

/** @param isBake whether definition files may say what is pushed */
export function readProof(fields: Fields, build: BuildInputs, isBake: boolean): ProofInputs {
  const { complain } = fields;
  const proof = {
    verify: readVerify(fields),
    strict: fields.flag("strict", false),
  };
  const { verify, strict } = proof;
  if (strict && verify === "false") {
    complain("strict", "`true` has no effect with `verify: false`; leave out one of them");
  }
  if (verify === "before-tag" && !isBake && !build.push && !build.pushByEvent) {
    complain("verify", "`before-tag` needs `push: true`, and `tags` to set at the end");
  }
  if (verify === "before-tag" && build.load) {
    complain(
      "verify",
      "`before-tag` builds without tags, but `load` needs one; leave out one of them",
    );
  }
  if (verify === "before-tag" && build.outputs.some(pushesImage)) {
    complain(
      "verify",
      "`before-tag` pushes without an exporter; remove the exporter that pushes from `outputs`",
    );
  }
  return proof;
}
