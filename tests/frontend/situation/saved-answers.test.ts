/** Ticks and answers of a situation are there again, until they are wiped. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { SavedAnswers } from "../../../frontend/situation/saved-answers.ts";
import { forgetNotes } from "../../../frontend/storage/page-notes.ts";
import { forbid, setGlobal } from "../globals.ts";

/** Like the browser's: its keys are what it holds. */
class Items {
  [name: string]: unknown;
  getItem(name: string): unknown {
    return this[name] ?? null;
  }
  setItem(name: string, value: string): void {
    this[name] = value;
  }
  removeItem(name: string): void {
    delete this[name];
  }
}

class Box extends EventTarget {
  checked = false;
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
  getAttribute(): string {
    return this.name;
  }
  tick(): void {
    this.checked = true;
    this.dispatchEvent(new Event("change"));
  }
}

/** The page of a situation, opened anew. */
function opened(id = "situation-one"): { kept: SavedAnswers; ask: Box; plan: Box; told: { hidden: boolean } } {
  const told = { hidden: true };
  const [ask, plan] = [new Box("task-ask"), new Box("task-plan")];
  const root = {
    querySelector: (selector: string) => (selector === ".kmop-kept" ? told : { id }),
    querySelectorAll: () => [ask, plan],
  };
  return { kept: new SavedAnswers(root as unknown as ParentNode), ask, plan, told };
}

function given(answers: Record<string, string>): FormData {
  const data = new FormData();
  Object.entries(answers).forEach(([key, value]) => data.append(key, value));
  return data;
}

beforeEach(() => setGlobal("localStorage", new Items()));

test("what was ticked is ticked again, on that page alone", () => {
  opened().plan.tick();

  const { ask, plan } = opened();
  assert.deepEqual([ask.checked, plan.checked], [false, true]);
  assert.equal(opened("situation-two").plan.checked, false);
});

test("the answers come back without their address", () => {
  opened().kept.keepAnswers(given({ vorm: "zelfstandige", mensen: "vijf" }));

  assert.equal(opened().kept.fragmentFor(""), "#vorm=zelfstandige&mensen=vijf");
  assert.equal(opened().kept.fragmentFor("#/situatie/een/"), "#/situatie/een/#vorm=zelfstandige&mensen=vijf");
});

test("an address that says otherwise wins, and one that says the same and less does not", () => {
  opened().kept.keepAnswers(given({ starter: "ja", mensen: "vijf" }));

  assert.equal(opened().kept.fragmentFor("#starter=nee"), "#starter=nee");
  assert.equal(opened().kept.fragmentFor("#starter=ja"), "#starter=ja&mensen=vijf");
});

test("it is said as soon as something is kept, and only then", () => {
  const { ask, told } = opened();
  assert.equal(told.hidden, true);

  ask.tick();
  assert.equal(told.hidden, false);
  assert.equal(opened().told.hidden, false);
});

test("wiping the page forgets ticks and answers", () => {
  const { kept, ask } = opened();
  ask.tick();
  kept.keepAnswers(given({ mensen: "vijf" }));
  kept.forget();

  assert.equal(ask.checked, false);
  assert.deepEqual(Object.keys(localStorage), []);
});

test("wiping everything forgets all pages, and nothing of others", () => {
  opened().ask.tick();
  opened("situation-two").ask.tick();
  localStorage.setItem("/.__palette", "1");
  forgetNotes();

  assert.deepEqual(Object.keys(localStorage), ["/.__palette"]);
});

test("what is damaged counts as nothing", () => {
  opened().ask.tick();
  localStorage.setItem(Object.keys(localStorage)[0] as string, "{");

  assert.equal(opened().ask.checked, false);
});

test("where the browser keeps nothing, the page works and says nothing of it", () => {
  forbid("localStorage");
  const { kept, ask, told } = opened();
  ask.tick();
  forgetNotes();

  assert.equal(told.hidden, true);
  assert.equal(kept.fragmentFor("#starter=ja"), "#starter=ja");
});
