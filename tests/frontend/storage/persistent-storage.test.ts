/** The browser is asked once to keep what is kept; what it says now is what counts. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { AssessmentStore } from "../../../frontend/storage/assessment-store.ts";
import { persistence } from "../../../frontend/storage/persistent-storage.ts";
import { setGlobal } from "../globals.ts";
import { freshBrowser } from "./fake-storage.ts";

let asked = 0;

/** A browser that keeps nothing yet, and says this when asked. */
async function browserThatSays(granted: boolean): Promise<AssessmentStore> {
  freshBrowser();
  const persist = async (): Promise<boolean> => {
    asked += 1;
    return granted;
  };
  setGlobal("navigator", { storage: { persist } });
  return AssessmentStore.open();
}

beforeEach(() => {
  asked = 0;
});

for (const [granted, said] of [[true, "granted"], [false, "denied"]] as const) {
  test(`what the browser says is remembered, and it is asked no more: ${said}`, async () => {
    const store = await browserThatSays(granted);

    assert.equal(await persistence(store), said);
    assert.equal(await persistence(await AssessmentStore.open()), said);

    assert.equal(asked, 1);
  });
}

test("a promise that the reader gave later counts, and one that was taken back does not", async () => {
  const store = await browserThatSays(false);
  assert.equal(await persistence(store), "denied");

  setGlobal("navigator", { storage: { ...navigator.storage, persisted: async () => true } });
  assert.equal(await persistence(store), "granted");

  await store.set("persistence", "granted");
  setGlobal("navigator", { storage: { ...navigator.storage, persisted: async () => false } });
  assert.equal(await persistence(store), "denied");
});

test("a browser that cannot be asked has promised nothing", async () => {
  const store = await browserThatSays(true);
  setGlobal("navigator", {});

  assert.equal(await persistence(store), "denied");
});
