/** Several assessments at once: added beside what is open, and taken away again as long as nobody opened them. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { freshBrowser } from "../storage/fake-storage.ts";
import { openPage, type Page, said, saying, settled, type } from "./open-page.ts";

let page: Page;

beforeEach(async () => {
  freshBrowser();
  page = await openPage();
  type(page, "mine");
  await settled();
});

async function added(...texts: string[]): Promise<string[]> {
  const ids: string[] = [];
  await page.workspace.kept.addAll(texts.map((text) => saying(text)), (id) => ids.push(id));
  await settled();
  return ids;
}

test("what is added stands beside what is open, which stays open", async () => {
  const ids = await added("a", "b");

  assert.equal(said(page.workspace.answers), "mine");
  assert.deepEqual(ids.map((id) => page.workspace.answersOf(id)?.["profile"]), [{ said: "a" }, { said: "b" }]);
  assert.equal(page.workspace.saved.assessments.length, 3);
});

test("the next visit begins with what was open, and not with what was added last", async () => {
  await added("a", "b");
  assert.equal(said((await openPage()).workspace.answers), "mine");
});

test("all that nobody opened is taken away", async () => {
  const ids = await added("a", "b");

  assert.equal(await page.workspace.kept.removeUntouched(ids), 0);
  await settled();

  assert.deepEqual(page.workspace.saved.assessments.map(({ answers }) => answers["profile"]), [{ said: "mine" }]);
});

test("what was opened since stays, and is counted", async () => {
  const [first = "", second = ""] = await added("a", "b");
  await page.workspace.switchTo(first);

  assert.equal(await page.workspace.kept.removeUntouched([first, second]), 1);
  await settled();

  assert.equal(said(page.workspace.answers), "a");
  assert.equal(page.workspace.answersOf(second), null);
});

test("what is open and was not kept yet is not thrown away by adding", async () => {
  page.workspace.startNew("");
  await added("a");
  assert.ok(page.workspace.isEmpty);
});

test("what is removed comes back under its name, with its versions", async () => {
  const [id = ""] = await added("a");
  await page.workspace.rename(id, "first");
  const removed = await page.workspace.remove([id]);
  await settled();
  assert.equal(page.workspace.answersOf(id), null);

  await page.workspace.kept.bringBack(removed);
  await settled();

  assert.equal(page.workspace.answersOf(id)?.["title"], "first");
  await page.workspace.switchTo(id);
  assert.equal(page.workspace.saved.versions.length, 2);
});

test("what came back is not what the next visit begins with", async () => {
  const ids = await added("a");
  await page.workspace.kept.bringBack(await page.workspace.remove(ids));
  await settled();

  assert.equal(said((await openPage()).workspace.answers), "mine");
});

test("what came back can be written to", async () => {
  const [id = ""] = await added("a");
  await page.workspace.kept.bringBack(await page.workspace.remove([id]));
  await page.workspace.switchTo(id);
  type(page, "b");
  await settled();

  assert.ok(!page.heard.includes("takenOver"));
  assert.equal(said((await openPage()).workspace.answers), "b");
});

test("of several that are removed all come back", async () => {
  const ids = await added("a", "b");
  const removed = await page.workspace.remove(ids);
  await page.workspace.kept.bringBack(removed);
  await settled();

  assert.deepEqual(ids.map((id) => said(page.workspace.answersOf(id) ?? {})), ["a", "b"]);
});

test("what is gone already is removed without a word, and there is nothing to bring back", async () => {
  assert.deepEqual(await page.workspace.remove(["gone"]), []);
});
