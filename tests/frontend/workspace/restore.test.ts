/** What was worked on last opens in the view that belongs to it. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { freshBrowser } from "../storage/fake-storage.ts";
import { moment, putRaw } from "../storage/saved-states.ts";
import { answer, format, loadPage, openPage, type Page, said, saying, settled } from "./open-page.ts";

beforeEach(freshBrowser);

/** Keep an assessment as pages did that had no views. */
async function keepFormerRecord(): Promise<void> {
  await putRaw("assessments", "current", { answers: saying("x"), saved_at: moment(0), format });
}

/** Load the page again, with the form in this view. */
async function load(mode: "all" | "steps" = "steps"): Promise<Page> {
  const page = loadPage();
  page.modes.show(mode);
  await page.workspace.start();
  await settled();
  return page;
}

test("an assessment opens in its own view", async () => {
  const page = await openPage();
  page.modes.show("all");
  await answer(page, "x");

  assert.equal((await load()).modes.mode, "all");
});

test("one of an earlier page opens step by step", async () => {
  await keepFormerRecord();

  assert.equal((await load()).modes.mode, "steps");
});

test("the view that the reader chose before it was found stays", async () => {
  await answer(await openPage(), "x");

  assert.equal((await load("all")).modes.mode, "all");
});

test("what was typed before it was found cannot be undone apart from it", async () => {
  await answer(await openPage(), "x");
  const page = loadPage();
  const starting = page.workspace.start();
  page.form.write(new Map([["profile.also", ["typed"]]]));
  page.workspace.commitForm();
  await starting;

  assert.deepEqual([said(page.workspace.answers), page.workspace.canUndo], ["x", false]);
});
