/** What a tab takes up when it is loaded: its own assessment, or else what was worked on last. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { MAX_VERSIONS } from "../../../frontend/storage/version-history.ts";
import { answer, loadPage, openTab, said, saying, type Tab } from "./autosave-tabs.ts";
import { freshBrowser } from "./fake-storage.ts";
import { putRaw } from "./saved-states.ts";

let tab: Tab;

beforeEach(async () => {
  freshBrowser();
  tab = await openTab();
});

test("the first visit has nothing to take up", async () => assert.equal(await tab.autosave.resume(), null));

test("a tab that is loaded again takes up its own, another what was worked on last", async () => {
  await answer(tab, "x");
  const mine = tab.autosave.id;
  const [reloaded, other] = [await loadPage(), await tab.autosave.add(saying("y"), "steps")];

  assert.equal((await reloaded.autosave.resume())?.saved?.id, mine);
  await answer(reloaded, "z");
  await reloaded.autosave.switchTo(other);
  assert.equal((await (await openTab()).autosave.resume())?.saved?.id, other);
});

test("a tab that only turned to an assessment takes that up when it is loaded again", async () => {
  const [one, other] = [await tab.autosave.add(saying("x"), "steps"), await tab.autosave.add(saying("y"), "steps")];
  await tab.autosave.switchTo(one);
  await tab.store.claim(other, "else");

  assert.equal((await (await loadPage()).autosave.resume())?.saved?.id, one);
});

test("a tab that is loaded again has the versions of before, as many as may stay", async () => {
  for (let number = 0; number < MAX_VERSIONS + 2; number += 1) {
    tab.autosave.startNewVersion();
    await answer(tab, String(number));
  }
  const before = said(tab);

  const reloaded = await loadPage();
  await reloaded.autosave.resume();

  assert.equal(before.length, MAX_VERSIONS);
  assert.deepEqual(said(reloaded), before);
});

test("a tab whose assessment is damaged says so, and does not pass over to another", async () => {
  await tab.autosave.add(saying("y"), "steps");
  await answer(tab, "x");
  await putRaw("assessments", tab.autosave.id, { answers: "x" });

  const found = await (await loadPage()).autosave.resume();

  assert.deepEqual([found?.corrupt, found?.saved], [true, null]);
});

test("a tab whose assessment was removed takes up another", async () => {
  const other = await tab.autosave.add(saying("y"), "steps");
  await answer(tab, "x");
  await tab.autosave.remove(tab.autosave.id);

  assert.equal((await (await loadPage()).autosave.resume())?.saved?.id, other);
});
