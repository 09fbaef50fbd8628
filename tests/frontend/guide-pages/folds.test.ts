/** What an answer of the chooser asks next comes into view. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { bindChooser } from "../../../frontend/guide-pages/folds.ts";
import { setGlobal } from "../globals.ts";

class Fold extends EventTarget {
  open = false;
  scrolled: object[] = [];
  scrollIntoView(how: object): void {
    this.scrolled.push(how);
  }
}

function toggled(open: boolean, isReduced: boolean): object[] {
  setGlobal("matchMedia", () => ({ matches: isReduced }));
  const fold = Object.assign(new Fold(), { open });
  bindChooser({ querySelectorAll: () => [fold] } as unknown as ParentNode);
  fold.dispatchEvent(new Event("toggle"));
  return fold.scrolled;
}

test("what opens comes into view, no further than it must", () =>
  assert.deepEqual(toggled(true, false), [{ block: "nearest", behavior: "smooth" }]));

test("who wants less motion sees it at once", () =>
  assert.deepEqual(toggled(true, true), [{ block: "nearest", behavior: "instant" }]));

test("what shuts moves nothing", () => assert.deepEqual(toggled(false, false), []));
