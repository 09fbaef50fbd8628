/** A notice about a screen goes with it, comes back with it, and ends with the next answer. */

import "../no-page.ts";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { ScreenNotice, type ScreenNoticeContext } from "../../../frontend/steps/screen-notice.ts";

const NOTICE = { tone: "neutral", text: "filled in" } as const;

let told: (string | null)[];
let screen: string;
let change: (cause: string) => void;
let notice: ScreenNotice;

beforeEach(() => {
  [told, screen] = [[], "first"];
  notice = new ScreenNotice("key", {
    page: { panel: { notice: (_key: string, said: { text: string } | null) => told.push(said && said.text) } },
    workspace: { subscribe: ({ changed }: { changed: typeof change }) => (change = changed) },
    screen: () => screen,
  } as unknown as ScreenNoticeContext);
});

function turnTo(name: string): void {
  screen = name;
  notice.turned();
}

test("it goes with its screen and comes back with it", () => {
  notice.show(NOTICE);
  ["first", "second", "third", "first"].forEach(turnTo);

  assert.deepEqual(told, ["filled in", null, "filled in"]);
});

for (const cause of ["edited", "undone", "switched"]) {
  test(`it ends for good where the answers are others: ${cause}`, () => {
    notice.show(NOTICE);
    change(cause);
    ["second", "first"].forEach(turnTo);

    assert.deepEqual(told, ["filled in", null]);
  });
}

test("nothing is taken away that is not there", () => {
  change("edited");
  turnTo("second");

  assert.deepEqual(told, []);
});
