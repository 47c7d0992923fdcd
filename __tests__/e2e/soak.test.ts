// Jobs side by side on one engine and in one home: `npm run soak` runs more of them, for longer.
import { expect, test } from "vitest";
import { soak, words } from "../../scripts/soak/soak.ts";
import { promiseKept } from "../promise-kept.ts";

test("runs side by side leave each other, the user's builder and ~/.docker alone", async () => {
  const { runs, ...found } = await soak({ rounds: 2, atOnce: 4 });
  expect(found).toEqual({ failures: [], leftovers: [], disturbances: [] });
  promiseKept({
    section: "cancellation",
    fault: "several runs at once on one engine and in one home",
    promise:
      "none fails, none leaves anything behind; `~/.docker`, the current builder and its container are unchanged",
    figure: `${runs} runs, 4 at once: ${words([found])}`,
  });
});
