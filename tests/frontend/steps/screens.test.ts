/** Which screens there are for a reader, and what comes after what. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Screens, stepOf } from "../../../frontend/steps/screens.ts";
import { setGlobal } from "../globals.ts";

setGlobal("Node", { DOCUMENT_POSITION_FOLLOWING: 4 });

/** A question on a screen: asked, hidden by the skip logic, or nothing that this reader has to answer. */
type Block = "asked" | "hidden" | "idle";

/** An element, as far as its place among screens goes. */
class FakeScreen {
  readonly dataset: Record<string, string>;
  readonly place: number;
  readonly blocks: Block[];
  readonly step: string;

  constructor(place: number, step: string, blocks: Block[], isAside = false) {
    [this.place, this.step, this.blocks] = [place, step, blocks];
    this.dataset = { screen: "", ...(isAside && { aside: "" }) };
  }

  querySelectorAll(): unknown[] {
    return this.blocks.map((block) => ({
      hidden: block === "hidden",
      querySelector: () => (block === "idle" ? {} : null),
    }));
  }

  compareDocumentPosition(other: FakeScreen): number {
    return other.place > this.place ? 4 : 2;
  }

  closest(selector: string): unknown {
    return selector === "[data-step]" ? { dataset: { step: this.step } } : this;
  }
}

const situation = new FakeScreen(0, "situation", ["asked"]);
const audit = new FakeScreen(1, "situation", ["hidden", "idle"]);
const requirement = new FakeScreen(2, "readiness", ["idle", "asked"]);
const review = new FakeScreen(3, "review", []);
const worth = new FakeScreen(4, "result", ["asked"], true);
const result = new FakeScreen(5, "result", []);
const ALL = [situation, audit, requirement, review, worth, result];

const real = (screen: FakeScreen) => screen as unknown as HTMLElement;
const screens = new Screens({ querySelectorAll: () => ALL } as unknown as ParentNode);
const beside = (screen: FakeScreen, places: 1 | -1) => screens.beside(real(screen), places) as unknown;

test("who goes through meets each screen that asks them something, or asks nothing at all", () => {
  assert.deepEqual(screens.path, [situation, requirement, review, result]);
});

test("what asks this reader nothing is passed over in both directions", () => {
  assert.equal(beside(situation, 1), requirement);
  assert.equal(beside(requirement, -1), situation);
});

test("at either end there is nothing more", () => {
  assert.equal(beside(situation, -1), null);
  assert.equal(beside(result, 1), null);
});

test("from a screen that is passed over one goes on to what stands beside it", () => {
  assert.equal(beside(audit, 1), requirement);
  assert.equal(beside(audit, -1), situation);
});

test("what stands aside leads back to the end", () => {
  assert.equal(beside(worth, -1), result);
  assert.equal(beside(worth, 1), result);
});

test("an element is on the screen that it stands in", () => {
  const inside = { closest: () => audit } as unknown as Element;
  assert.equal(screens.of(inside), audit);
});

test("of what holds several screens, such as a step, the first of the path is meant", () => {
  const step = { closest: () => null, contains: (screen: FakeScreen) => screen !== situation } as unknown as Element;
  assert.equal(screens.of(step), requirement);
});

test("what holds none is on none", () => {
  assert.equal(screens.of({ closest: () => null, contains: () => false } as unknown as Element), null);
});

test("a screen is part of a step", () => assert.equal(stepOf(real(requirement)), "readiness"));
