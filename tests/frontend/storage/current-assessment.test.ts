/** What comes from another page goes into the assessment that opens next, and whoever has it open hears that. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Answers } from "../../../frontend/answers/document.ts";
import { currentAssessment } from "../../../frontend/storage/current-assessment.ts";
import { forbid } from "../globals.ts";
import { answer, openTab, saying, settled, type Tab } from "./autosave-tabs.ts";
import { freshBrowser, freshTab } from "./fake-storage.ts";
import { putRaw } from "./saved-states.ts";

let tab: Tab;

beforeEach(async () => {
  freshBrowser();
  tab = await openTab();
});

async function answers(): Promise<Answers[]> {
  return (await tab.store.list()).map((saved) => saved.answers);
}

test("the assessment that was worked on last is changed", async () => {
  await answer(tab, "x");
  freshTab();

  const current = await currentAssessment();
  await current.change((given) => ({ ...given, title: "Y" }));

  assert.deepEqual([current.answers, current.kept.length], [saying("x"), 1]);
  assert.deepEqual(await answers(), [{ ...saying("x"), title: "Y" }]);
});

test("of several it is the one of this tab", async () => {
  await answer(tab, "ours");
  const other = await tab.store.list();
  tab.autosave.startNew();
  await answer(tab, "last");
  sessionStorage.setItem("kmop-assessment", other[0]!.id);

  const current = await currentAssessment();

  assert.deepEqual([current.answers, current.kept.length], [saying("ours"), 2]);
});

test("another of those that are kept can be chosen in its place", async () => {
  await answer(tab, "client");
  const [client] = await tab.store.list();
  tab.autosave.startNew();
  await answer(tab, "ours");

  const chosen = await (await currentAssessment()).choose(client!.id);
  await chosen.change((given) => ({ ...given, title: "Y" }));

  assert.deepEqual(await answers(), [{ ...saying("client"), title: "Y" }, saying("ours")]);
});

test("who has it open hears that somebody else wrote to it", async () => {
  await answer(tab, "x");

  await (await currentAssessment()).change((given) => given);
  await settled(tab.store);

  assert.ok(tab.heard.includes("taken over"));
});

test("what stood there before is a version to go back to", async () => {
  await answer(tab, "x");

  await (await currentAssessment()).change(() => saying("y"));
  await tab.autosave.resume();

  assert.deepEqual(tab.autosave.versions.map((version) => version.answers), [saying("y"), saying("x")]);
});

test("where none is kept a change starts one, which goes when it is taken back", async () => {
  const current = await currentAssessment();
  assert.equal(current.answers, null);

  await current.change((empty) => ({ ...empty, ...saying("x") }));
  assert.deepEqual(await answers(), [saying("x")]);
  await current.change(({ format }) => ({ format }));
  assert.deepEqual(await answers(), []);
});

test("one that is gone meanwhile is not changed", async () => {
  await answer(tab, "x");
  const current = await currentAssessment();
  await tab.store.wipe();

  await assert.rejects(current.change((given) => given));
});

test("one that cannot be read is left for the self-assessment to tell", async () => {
  await answer(tab, "x");
  await putRaw("assessments", tab.autosave.id, { answers: "damaged" });

  await assert.rejects(currentAssessment());
});

test("where the browser keeps nothing there is none", async () => {
  forbid("indexedDB");

  await assert.rejects(currentAssessment());
});
