/** Other parts of the page that holds the answers open change them there, with undo. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { currentAssessment, offerAssessment } from "../../../frontend/storage/current-assessment.ts";
import { asCurrent } from "../../../frontend/workspace/as-current.ts";
import { freshBrowser } from "../storage/fake-storage.ts";
import { answer, openPage, type Page, said, saying, settled } from "./open-page.ts";

let page: Page;

beforeEach(async () => {
  freshBrowser();
  page = await openPage();
  offerAssessment(() => asCurrent(page.workspace));
});

test("before anything is answered a change begins the assessment", async () => {
  assert.equal((await currentAssessment()).answers, null);
});

test("a change shows in the form, is saved, and can be undone", async () => {
  await answer(page, "x");

  const current = await currentAssessment();
  await current.change((answers) => ({ ...answers, ...saying("y") }));
  await settled();

  assert.deepEqual([page.form.fields.get("profile.said"), said(page.workspace.saved.assessments[0]!.answers)], [["y"], "y"]);
  page.workspace.undo();
  assert.equal(said(page.workspace.answers), "x");
});

test("another one is changed where it is kept, and the open one stays as it is", async () => {
  await answer(page, "client");
  const client = page.workspace.saved.id;
  page.workspace.startNew("");
  await answer(page, "ours");

  await (await (await currentAssessment()).choose(client)).change(() => saying("y"));
  await settled();

  assert.equal(said(page.workspace.answers), "ours");
  const kept = (await currentAssessment()).kept.map((saved) => [saved.id === client, said(saved.answers)]);
  assert.deepEqual(kept, [[true, "y"], [false, "ours"]]);
});

test("the open one is chosen like any other", async () => {
  await answer(page, "x");

  const open = await currentAssessment();

  assert.equal(await open.choose(page.workspace.saved.id), open);
});

test("it is not taken over by a tab that is the same page", async () => {
  await answer(page, "x");

  await (await currentAssessment()).change((answers) => answers);
  await settled();

  assert.ok(!page.heard.includes("takenOver"));
});
