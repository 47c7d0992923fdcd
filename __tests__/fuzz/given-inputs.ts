// Inputs of a step, sound, nearly sound and strange, for every input that an action.yml has.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { sound } from "./sound-inputs.ts";
import { mutated, strangeText } from "./strange-texts.ts";

type Given = Readonly<Record<string, string>>;

/** The names of all inputs of the action in `folder`. */
export function inputNames(folder: string): readonly string[] {
  const path = join(import.meta.dirname, "../..", folder, "action.yml");
  return Object.keys(parse(readFileSync(path, "utf8")).inputs);
}

/** Several inputs at once; now and then one that the action does not have. */
export function givenInputs(folder: string): fc.Arbitrary<Given> {
  const own = sound[folder] ?? {};
  const names = inputNames(folder);
  const valueFor = (name: string) => {
    const known = own[name] ?? sound["."]?.[name] ?? ["true", "false"];
    const values = fc.constantFrom(...known);
    return fc.oneof(
      { weight: 3, arbitrary: values },
      { weight: 4, arbitrary: mutated(values) },
      { weight: 3, arbitrary: strangeText },
    );
  };
  const value = new Map(names.map((name) => [name, valueFor(name)]));
  const anyName = fc.oneof(
    { weight: 300, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: strangeText.map((text) => text.slice(0, 50).replaceAll(/[=\0]/g, "")) },
  );
  const some = fc
    .uniqueArray(anyName, { minLength: 1, maxLength: 5 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((name) => fc.tuple(fc.constant(name), value.get(name) ?? strangeText)),
      ),
    )
    .map((pairs): Given => Object.fromEntries(pairs));
  const base = fc.constantFrom({}, bases[folder] ?? {});
  return fc.tuple(base, some).map(([needed, given]) => ({ ...needed, ...given }));
}

// Without these nothing is taken.
const bases: Readonly<Record<string, Given>> = {
  merge: { digests: sound["merge"]?.["digests"]?.[0] ?? "", tags: "ghcr.io/owner/app:1" },
  matrix: { platforms: "linux/amd64" },
};
