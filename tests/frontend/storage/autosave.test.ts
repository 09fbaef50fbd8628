/** The assessment that is open is kept as it changes, with versions to go back to. */

import assert from "node:assert/strict";
import { beforeEach, test, type TestContext } from "node:test";
import { MAX_VERSIONS } from "../../../frontend/storage/version-history.ts";
import { answer, openTab, said, saying, settled, type Tab } from "./autosave-tabs.ts";
import { freshBrowser } from "./fake-storage.ts";
import { contents, format, listed, putRaw } from "./saved-states.ts";

const MERGED_MS = 120_000;
let tab: Tab;

beforeEach(async () => {
  freshBrowser();
  tab = await openTab();
});

/** A clock that stands still until it is put forward. */
function stopClock(t: TestContext): (milliseconds: number) => void {
  t.mock.timers.enable({ apis: ["Date"], now: Date.UTC(2026, 0, 1, 12) });
  return (milliseconds) => t.mock.timers.tick(milliseconds);
}

test("nothing is kept before something is answered", async () => {
  tab.autosave.saveMode("all");
  tab.autosave.startNew();
  await settled(tab.store);

  assert.deepEqual(await listed(tab.store), []);
});

test("answers are kept with their format, moment and way through the form, and the page hears of it", async (t) => {
  stopClock(t);

  tab.autosave.save(saying("x"), "all");
  await settled(tab.store);

  const [kept] = await tab.store.list();
  const { id, answers, mode, saved_at } = kept!;
  const expected = { id: tab.autosave.id, answers: saying("x"), mode: "all", saved_at: "2026-01-01T12:00:00.000Z" };
  assert.deepEqual({ id, answers, mode, saved_at, format: kept!.format }, { ...expected, format });
  assert.deepEqual(tab.heard, ["saved"]);
});

test("every write is one revision more of one assessment", async () => {
  await answer(tab, "x");
  await answer(tab, "y");

  assert.deepEqual((await tab.store.list()).map(({ revision, answers }) => [revision, answers]), [[2, saying("y")]]);
});

test("work of two minutes is one version, which began when that began", async (t) => {
  const tick = stopClock(t);
  await answer(tab, "x");
  tick(MERGED_MS - 1);
  await answer(tab, "y");

  assert.deepEqual(said(tab), ["y"]);
  const [version, ...others] = Object.values((await contents())["versions"]!);
  assert.deepEqual([version.begun_at, others], ["2026-01-01T12:00:00.000Z", []]);
  tick(1);
  await answer(tab, "z");
  assert.deepEqual(said(tab), ["z", "y"]);
});

test("a version tells how many answers differ from the one before, also when it grew", async (t) => {
  const tick = stopClock(t);
  await answer(tab, "x");
  tick(MERGED_MS);
  await answer(tab, "y");
  tab.autosave.save({ format, profile: { said: "x", also: 1 } }, "steps");
  tab.autosave.save({ format, profile: { said: "x", also: 1, too: 1 } }, "steps");
  tick(MERGED_MS);
  tab.autosave.save({ format, profile: { said: "x", also: 2, too: 1 } }, "steps");

  assert.deepEqual(tab.autosave.versions.map(({ changed }) => changed), [1, 2, 1]);
});

test("what is to be apart begins a version, and the next change joins it again", async (t) => {
  stopClock(t);
  await answer(tab, "x");
  tab.autosave.startNewVersion();
  await answer(tab, "y");
  await answer(tab, "z");

  assert.deepEqual(said(tab), ["z", "x"]);
});

test("of more versions than may stay the oldest are no longer in the database either", async (t) => {
  stopClock(t);
  for (let number = 0; number < MAX_VERSIONS + 2; number += 1) {
    tab.autosave.startNewVersion();
    await answer(tab, String(number));
  }

  assert.equal(said(tab).length, MAX_VERSIONS);
  assert.equal(said(tab).at(-1), "2");
  assert.equal(Object.keys((await contents())["versions"]!).length, MAX_VERSIONS);
});

test("another way through the form is kept without a version of its own", async () => {
  await answer(tab, "x");
  tab.autosave.saveMode("all");
  await settled(tab.store);

  const kept = (await tab.store.list()).map(({ mode, revision, answers }) => [mode, revision, answers]);
  assert.deepEqual(kept, [["all", 2, saying("x")]]);
  assert.deepEqual(said(tab), ["x"]);
  await answer(tab, "y");
  assert.equal(Object.keys((await contents())["versions"]!).length, 1);
});

test("another way through what was taken up is kept, before anything is answered", async () => {
  await answer(tab, "x");
  await tab.autosave.switchTo(tab.autosave.id);
  tab.autosave.saveMode("all");
  await settled(tab.store);

  assert.deepEqual((await tab.store.list()).map(({ mode }) => mode), ["all"]);
});

test("the way that is kept already is not written again", async () => {
  await answer(tab, "x");
  tab.autosave.saveMode("steps");
  await settled(tab.store);

  assert.deepEqual((await tab.store.list()).map(({ revision }) => revision), [1]);
});

for (const [name, told] of [["QuotaExceededError", "full"], ["UnknownError", "failed"]] as const) {
  test(`a browser that cannot keep the answers is told: ${told}`, async (t) => {
    t.mock.method(tab.store, "save", () => Promise.reject(new DOMException("", name)));

    await answer(tab, "x");

    assert.deepEqual(tab.heard, [told]);
  });
}

test("what became of an assessment that is open no more is no news", async (t) => {
  t.mock.method(tab.store, "save", () => Promise.reject(new DOMException("", "QuotaExceededError")));

  tab.autosave.save(saying("x"), "steps");
  tab.autosave.startNew();
  await settled(tab.store);

  assert.deepEqual(tab.heard, []);
});

test("a new assessment has a name and versions of its own", async () => {
  await answer(tab, "x");
  const before = tab.autosave.id;
  tab.autosave.startNew();
  assert.deepEqual(said(tab), []);

  await answer(tab, "y");

  assert.notEqual(tab.autosave.id, before);
  assert.deepEqual((await listed(tab.store)).sort(), [before, tab.autosave.id].sort());
});

test("going on with an assessment gives its versions, and the next change is apart", async () => {
  await answer(tab, "x");
  const { id } = tab.autosave;
  tab.autosave.startNew();

  const { saved } = await tab.autosave.switchTo(id);
  await answer(tab, "y");

  assert.deepEqual(saved?.answers, saying("x"));
  assert.deepEqual(said(tab), ["y", "x"]);
  assert.deepEqual((await tab.store.list()).map(({ revision }) => revision), [saved!.revision + 1]);
});

test("turning to an assessment that is gone changes nothing", async () => {
  await answer(tab, "x");
  const { id } = tab.autosave;

  assert.equal((await tab.autosave.switchTo("gone")).saved, null);
  await answer(tab, "y");

  assert.equal(tab.autosave.id, id);
  assert.deepEqual(await listed(tab.store), [id]);
});

test("turning to one that is damaged begins a new one, so that nothing is written over it", async () => {
  await answer(tab, "x");
  const before = tab.autosave.id;
  await putRaw("assessments", "broken", { answers: "x" });

  assert.equal((await tab.autosave.switchTo("broken")).corrupt, true);
  await answer(tab, "y");

  assert.deepEqual((await listed(tab.store)).sort(), [before, tab.autosave.id].sort());
  assert.deepEqual((await tab.store.claim(before, "w")).saved?.answers, saying("x"));
  assert.equal((await tab.store.corruptRecords()).length, 1);
});

test("what the browser refuses is told to whoever asked for it", async (t) => {
  const full = { name: "QuotaExceededError" };
  const refuse = () => Promise.reject(new DOMException("", full.name));
  await answer(tab, "x");
  for (const what of ["save", "remove", "wipe"] as const) {
    t.mock.method(tab.store, what, refuse);
  }

  await assert.rejects(tab.autosave.add(saying("y"), "steps"), full);
  await assert.rejects(tab.autosave.rewrite(tab.autosave.id, (answers) => answers), full);
  await assert.rejects(tab.autosave.remove(tab.autosave.id), full);
  await assert.rejects(tab.autosave.wipe(), full);
});
