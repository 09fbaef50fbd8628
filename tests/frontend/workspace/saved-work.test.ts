/** What this browser keeps, as the page sees it: the other assessments, whether they last, and what is refused. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { AssessmentStore } from "../../../frontend/storage/assessment-store.ts";
import { setGlobal } from "../globals.ts";
import { freshBrowser } from "../storage/fake-storage.ts";
import { answer, forget, kept, loadPage, openPage, type Page, said, saying, settled, type } from "./open-page.ts";

let page: Page;

beforeEach(async () => {
  setGlobal("navigator", {});
  freshBrowser();
  page = await openPage();
});

/** A browser that says whether what is kept will last; how often it was asked. */
function browserThatSays(granted: boolean): () => number {
  let asked = 0;
  const persist = async (): Promise<boolean> => {
    asked += 1;
    return granted;
  };
  setGlobal("navigator", { storage: { persist } });
  return () => asked;
}

test("once something is saved the page hears so, and again when the browser said whether it lasts", async () => {
  const asked = browserThatSays(true);
  assert.equal(page.workspace.saved.persistence, null);

  await answer(page, "x");

  assert.deepEqual(page.heard.filter((news) => news === "saved"), ["saved", "saved"]);
  assert.deepEqual([page.workspace.saved.persistence, asked()], ["granted", 1]);
});

test("what the browser said once holds for all that is saved later", async () => {
  const asked = browserThatSays(false);
  await answer(page, "x");
  forget(page);

  await answer(page, "y");

  assert.deepEqual(page.heard.filter((news) => news === "saved"), ["saved"]);
  assert.deepEqual([page.workspace.saved.persistence, asked()], ["denied", 1]);
});

test("after wiping the browser is asked anew", async () => {
  const asked = browserThatSays(true);
  await answer(page, "x");
  await page.workspace.wipe();
  assert.equal(page.workspace.saved.persistence, null);

  await answer(page, "y");

  assert.equal(asked(), 2);
});

test("what the browser says of an assessment that is open no more is not told of the one that is", async () => {
  let say = (_: boolean): void => undefined;
  setGlobal("navigator", { storage: { persist: () => new Promise<boolean>((go) => (say = go)) } });
  await answer(page, "x");
  page.workspace.startNew("");
  forget(page);

  say(true);
  await settled();

  assert.equal(page.heard.includes("saved"), false);
});

test("what is kept can be read as soon as the page has started", async () => {
  await answer(page, "x");
  const later = loadPage();

  await later.workspace.start();

  assert.deepEqual(later.workspace.saved.assessments.map(({ answers }) => said(answers)), ["x"]);
});

test("where nothing can be written, what is kept shows all the same, and that is told", async () => {
  await answer(page, "x");
  const store = await AssessmentStore.open();
  store.claim = () => Promise.reject(new DOMException("", "QuotaExceededError"));
  const later = loadPage(async () => store);
  let problem: string | null = null;
  later.workspace.subscribe({ restored: (restored) => (problem = restored.problem) });

  await later.workspace.start();

  assert.deepEqual([said(later.workspace.answers), problem], ["x", "failed"]);
});

test("answers of another assessment are those that are kept; of one that is not there, none", async () => {
  await answer(page, "x");
  const { id } = page.workspace.saved;
  page.workspace.startNew("");
  await answer(page, "y");

  assert.equal(said(page.workspace.answersOf(id)!), "x");
  assert.equal(said(page.workspace.answersOf(page.workspace.saved.id)!), "y");
  assert.equal(page.workspace.answersOf("gone"), null);
});

test("a copy of another assessment goes through the form as that one does", async () => {
  page.modes.show("all");
  await answer(page, "x");
  const { id } = page.workspace.saved;
  page.workspace.startNew("");

  await page.workspace.copy(id, "copy");
  await settled();

  const copy = page.workspace.saved.assessments.find(({ answers }) => answers["title"] === "copy");
  assert.deepEqual([copy?.mode, page.modes.mode], ["all", "steps"]);
});

test("another way through the form is kept, and is no change of the answers", async () => {
  await answer(page, "x");
  forget(page);
  page.modes.show("all");

  page.workspace.saveMode();
  await settled();

  assert.deepEqual(page.workspace.saved.assessments.map(({ mode }) => mode), ["all"]);
  assert.deepEqual([page.causes, page.workspace.saved.versions.length], [[], 1]);
});

test("what a browser filled in by itself is taken up without being saved or told", async () => {
  page.form.write(new Map([["profile.said", ["filled in"]]]));

  page.workspace.readForm();
  await settled();

  assert.equal(said(page.workspace.answers), "filled in");
  assert.deepEqual([page.causes, await kept()], [[], []]);
});

test("what was typed just before answers to what is gone are thrown away stays", () => {
  page.workspace.replace({ ...saying("x"), appendix: [{ id: "old", version: "1", answer: 1 }] });
  page.form.write(new Map([["profile.said", ["typed"]]]));

  page.workspace.discardRemoved();

  assert.deepEqual(page.workspace.answers, saying("typed"));
});

test("what the browser refuses is told to whoever asked for it, and the list is read again", async () => {
  await answer(page, "x");
  const { id } = page.workspace.saved;
  const store = await AssessmentStore.open();
  page = await openPage(async () => store);
  type(page, "y");
  page.workspace.startNew("");
  const refused = { name: "QuotaExceededError" };
  const refuse = () => Promise.reject(new DOMException("", refused.name));
  Object.assign(store, { claim: refuse, save: refuse, remove: refuse, discardCorrupt: refuse });

  for (const asked of [
    () => page.workspace.rename(id, "z"),
    () => page.workspace.copy(id, "z"),
    () => page.workspace.remove([id]),
    () => page.workspace.kept.discardCorrupt("broken"),
    () => page.workspace.switchTo(id),
    () => page.workspace.openAsNew(saying("z")),
  ]) {
    await settled();
    forget(page);
    await assert.rejects(asked(), refused, String(asked));
    await settled();
    assert.deepEqual([page.heard, page.causes], [["listChanged"], []], String(asked));
  }
});

test("saving an answer reads nothing, however much is kept", async (t) => {
  await answer(page, "x");
  const ways = ["get", "getAll", "getKey", "getAllKeys", "openCursor", "openKeyCursor", "count"] as const;
  const reading = ways.map((way) => t.mock.method(IDBObjectStore.prototype, way));

  type(page, "y");
  await new Promise((go) => setTimeout(go, 20));

  assert.deepEqual(reading.map(({ mock }) => mock.callCount()), ways.map(() => 0));
  assert.deepEqual(page.workspace.saved.assessments.map(({ answers }) => said(answers)), ["y"]);
});

test("what is saved comes first in the list, and stands in it once", async () => {
  await answer(page, "x");
  const mine = page.workspace.saved.id;
  await page.workspace.openAsNew(saying("other"));
  await page.workspace.switchTo(mine);

  await answer(page, "y");

  assert.deepEqual(page.workspace.saved.assessments.map(({ answers }) => said(answers)), ["y", "other"]);
});

test("what was worked on shows before the other assessments are read", async (t) => {
  await answer(page, "x");
  const store = await AssessmentStore.open();
  t.mock.method(store, "list", () => new Promise(() => undefined));
  const later = loadPage(async () => store);

  void later.workspace.start();
  await settled();

  assert.deepEqual([later.causes, said(later.workspace.answers)], [["restored"], "x"]);
});
