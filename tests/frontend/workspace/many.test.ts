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
  await page.workspace.addAll(texts.map((text) => saying(text)), (id) => ids.push(id));
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

  assert.equal(await page.workspace.removeUntouched(ids), 0);
  await settled();

  assert.deepEqual(page.workspace.saved.assessments.map(({ answers }) => answers["profile"]), [{ said: "mine" }]);
});

test("what was opened since stays, and is counted", async () => {
  const [first = "", second = ""] = await added("a", "b");
  await page.workspace.switchTo(first);

  assert.equal(await page.workspace.removeUntouched([first, second]), 1);
  await settled();

  assert.equal(said(page.workspace.answers), "a");
  assert.equal(page.workspace.answersOf(second), null);
});

test("what is open and was not kept yet is not thrown away by adding", async () => {
  page.workspace.startNew("");
  await added("a");
  assert.ok(page.workspace.isEmpty);
});
