/** What tabs tell each other, and what one remembers for itself. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { assessmentOfThisTab, rememberForThisTab, TabSync } from "../../../frontend/storage/tab-sync.ts";
import { forbid, setGlobal } from "../globals.ts";
import { freshBrowser, freshTab } from "./fake-storage.ts";

beforeEach(freshBrowser);

test("what one tab sends every other one hears, and itself it does not", async () => {
  const heard: string[] = [];
  const [one] = ["one", "two", "three"].map((name) => new TabSync(({ id }) => heard.push(`${name}: ${id}`)));

  one!.send({ id: "a", visit: "w" });
  await new Promise(setImmediate);

  assert.deepEqual(heard, ["two: a", "three: a"]);
});

test("a browser without a line between tabs is silent", () => {
  setGlobal("BroadcastChannel", undefined);

  new TabSync(() => assert.fail()).send({ id: "a", visit: "w" });
});

test("a tab remembers its assessment, and another tab has its own", () => {
  rememberForThisTab("a");
  assert.equal(assessmentOfThisTab(), "a");

  freshTab();

  assert.equal(assessmentOfThisTab(), null);
});

test("a browser that lets nothing be remembered does not stop the work", () => {
  forbid("sessionStorage");

  rememberForThisTab("a");

  assert.equal(assessmentOfThisTab(), null);
});
