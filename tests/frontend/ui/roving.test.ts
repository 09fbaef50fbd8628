/** A row of links is one stop for the Tab key, and the arrow keys go through it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { rove, stopAt } from "../../../frontend/ui/roving.ts";

interface Link {
  tabIndex: number;
  focus(): void;
}

/** Press keys on a row of three links, and say which link has the focus and which is the stop. */
function pressed(...keys: string[]): { at: number; stops: number[]; stayed: number } {
  let [at, stayed] = [0, 0];
  const links: Link[] = [0, 1, 2].map((index) => ({ tabIndex: stopAt(index), focus: () => void (at = index) }));
  for (const key of keys) {
    let isTaken = false;
    const preventDefault = (): void => void (isTaken = true);
    rove({ key, currentTarget: { querySelectorAll: () => links }, target: links[at], preventDefault } as unknown as KeyboardEvent);
    stayed += isTaken ? 0 : 1;
  }
  return { at, stops: links.flatMap(({ tabIndex }, index) => (tabIndex === 0 ? [index] : [])), stayed };
}

test("at first the first link is the stop", () => {
  assert.deepEqual(pressed(), { at: 0, stops: [0], stayed: 0 });
});

test("the arrows go on and back, and the stop goes along", () => {
  assert.deepEqual(pressed("ArrowRight", "ArrowDown", "ArrowLeft"), { at: 1, stops: [1], stayed: 0 });
});

test("the ends are reached at once", () => {
  assert.deepEqual([pressed("End").at, pressed("End", "Home").at], [2, 0]);
});

test("beyond an end, and at any other key, the page does what it always does", () => {
  assert.deepEqual(pressed("ArrowLeft", "Enter", "Tab"), { at: 0, stops: [0], stayed: 3 });
});
