/** Of the tabs on one assessment only the one that came last writes; the others hear of it and overwrite nothing. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setGlobal } from "../globals.ts";
import { answer, openTab, said, saying, settled, type Tab } from "./autosave-tabs.ts";
import { freshBrowser } from "./fake-storage.ts";
import { contents } from "./saved-states.ts";

let older: Tab;
let newer: Tab;

/** Two tabs, of which the older one works on an assessment. */
async function openTabs(): Promise<void> {
  older = await openTab();
  await answer(older, "first");
  newer = await openTab();
  older.heard.length = 0;
}

/** The same in a browser in which tabs cannot tell each other anything. */
async function openTabsWithoutLine(): Promise<void> {
  freshBrowser();
  setGlobal("BroadcastChannel", undefined);
  await openTabs();
}

/** What is kept of the assessments, by what they say. */
async function kept(): Promise<unknown[]> {
  return (await older.store.list()).map(({ answers }) => (answers["profile"] as Record<string, string>)["said"]);
}

beforeEach(async () => {
  freshBrowser();
  await openTabs();
});

test("the older tab is told, once, and keeps nothing more", async () => {
  await newer.autosave.switchTo(older.autosave.id);
  await answer(newer, "second");
  assert.equal(older.autosave.isTakenOver, true);

  await answer(older, "late");
  older.autosave.saveMode("all");
  await settled(older.store);

  assert.deepEqual(older.heard.filter((news) => news !== "list changed"), ["taken over"]);
  assert.deepEqual((await older.store.list()).map(({ answers, mode }) => [answers, mode]), [[saying("second"), "steps"]]);
});

test("the newer tab goes on with what the older one kept, and is told nothing of the kind", async () => {
  await newer.autosave.switchTo(older.autosave.id);
  await answer(newer, "second");

  assert.deepEqual(said(newer), ["second", "first"]);
  assert.deepEqual(newer.heard, ["saved"]);
  assert.equal(newer.autosave.isTakenOver, false);
});

test("an older tab that heard nothing still overwrites nothing, and is told when it tries", async () => {
  await openTabsWithoutLine();
  await newer.autosave.switchTo(older.autosave.id);
  await answer(newer, "second");
  assert.deepEqual(older.heard, []);

  await answer(older, "late");
  await answer(older, "later");

  assert.deepEqual(older.heard, ["taken over"]);
  assert.deepEqual(await kept(), ["second"]);
});

test("the older tab can take the assessment back, and then the newer one is told", async () => {
  const { id } = older.autosave;
  await newer.autosave.switchTo(id);
  await answer(newer, "second");

  const { saved } = await older.autosave.switchTo(id);
  await answer(older, "third");

  assert.deepEqual(saved?.answers, saying("second"));
  assert.deepEqual([older.autosave.isTakenOver, newer.autosave.isTakenOver], [false, true]);
  assert.deepEqual(await kept(), ["third"]);
});

test("a tab on another assessment writes on, and hears that the list changed", async () => {
  const other = await older.autosave.add(saying("beside"), "all");
  await newer.autosave.switchTo(other);
  await answer(older, "on");

  assert.deepEqual(older.heard.sort(), ["list changed", "saved"]);
  assert.deepEqual((await kept()).sort(), ["beside", "on"]);
});

test("what is added lies beside what is open, and the other tabs hear of it", async () => {
  const { id } = older.autosave;

  const added = await older.autosave.add(saying("beside"), "all");
  await settled(older.store);

  assert.equal(older.autosave.id, id);
  const [record] = (await older.store.list()).filter((saved) => saved.id === added);
  assert.deepEqual([record?.answers, record?.mode], [saying("beside"), "all"]);
  assert.deepEqual(newer.heard, ["list changed"]);
});

test("what is rewritten from another tab is a version, and whoever has it open is told", async () => {
  const { id } = older.autosave;

  await newer.autosave.rewrite(id, (answers) => ({ ...answers, title: "named" }));
  await settled(older.store);

  const [{ answers, mode } = { answers: {}, mode: "" }] = await older.store.list();
  assert.deepEqual([answers, mode], [{ ...saying("first"), title: "named" }, "steps"]);
  const versions = Object.values((await contents())["versions"]!);
  assert.deepEqual(versions.map(({ changed }) => changed), [1, 1]);
  assert.equal(older.autosave.isTakenOver, true);
  assert.notEqual(newer.autosave.id, id);
});

test("what is gone is not rewritten", async () => {
  await newer.autosave.rewrite("gone", () => assert.fail());

  assert.deepEqual(await kept(), ["first"]);
});

test("whoever has an assessment open that is removed is told, and does not bring it back", async () => {
  await newer.autosave.remove(older.autosave.id);
  await settled(older.store);
  assert.equal(older.heard.includes("taken over"), true);

  await answer(older, "late");

  assert.deepEqual(await kept(), []);
});

test("whoever has an assessment open that is wiped is told at once", async () => {
  await newer.autosave.wipe();
  await settled(older.store);

  assert.deepEqual(older.heard, ["taken over", "list changed"]);
});

for (const [how, opened] of [["heard of it", openTabs], ["heard nothing", openTabsWithoutLine]] as const) {
  test(`what is wiped does not come back from another tab that ${how}`, async () => {
    await opened();
    await newer.autosave.wipe();
    await answer(older, "late");
    await answer(older, "later");

    assert.equal(older.heard.filter((news) => news === "taken over").length, 1);
    assert.deepEqual(await kept(), []);
  });
}

test("whoever wipes goes on with a new assessment", async () => {
  const { id } = older.autosave;
  await older.autosave.wipe();
  await answer(older, "anew");

  assert.notEqual(older.autosave.id, id);
  assert.deepEqual([await kept(), said(older)], [["anew"], ["anew"]]);
});
