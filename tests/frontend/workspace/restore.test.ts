/** What was worked on last opens in the way through the form that belongs to it. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forbid } from "../globals.ts";
import { freshBrowser } from "../storage/fake-storage.ts";
import { contents, moment, putRaw } from "../storage/saved-states.ts";
import { answer, format, loadPage, openPage, type Page, said, saying, settled } from "./open-page.ts";

const FORMER_KEY = "kmop-mode";

beforeEach(freshBrowser);

/** Keep an assessment as pages did that had one way for all of them. */
async function keepFormerRecord(): Promise<void> {
  await putRaw("assessments", "current", { answers: saying("x"), saved_at: moment(0), format });
}

/** Load the page again, with the form in this way. */
async function load(mode: "scan" | "full" = "full"): Promise<Page> {
  const page = loadPage();
  page.modes.show(mode);
  await page.workspace.start();
  await settled();
  return page;
}

test("an assessment opens in its own way", async () => {
  const page = await openPage();
  page.modes.show("scan");
  await answer(page, "x");

  assert.equal((await load()).modes.mode, "scan");
});

test("one of before there were two ways has the one that was kept for all, from then on as its own", async () => {
  await keepFormerRecord();
  localStorage.setItem(FORMER_KEY, "scan");

  assert.equal((await load()).modes.mode, "scan");

  assert.equal(localStorage.getItem(FORMER_KEY), null);
  assert.equal((await contents())["assessments"]!["current"].mode, "scan");
});

test("its own way goes before the one that the browser kept for all", async () => {
  await answer(await openPage(), "x");
  localStorage.setItem(FORMER_KEY, "scan");

  assert.equal((await load()).modes.mode, "full");
});

test("without either it opens in the whole form", async () => {
  await keepFormerRecord();

  assert.equal((await load()).modes.mode, "full");
});

test("a browser that forbids to keep anything for all has kept none", async () => {
  await keepFormerRecord();
  forbid("localStorage");

  assert.equal((await load()).modes.mode, "full");
});

test("the way that the reader chose before it was found stays", async () => {
  await answer(await openPage(), "x");

  assert.equal((await load("scan")).modes.mode, "scan");
});

test("where nothing is kept the form stays in the way that it is in, and what was kept for all is gone", async () => {
  localStorage.setItem(FORMER_KEY, "scan");

  assert.equal((await load()).modes.mode, "full");

  assert.equal(localStorage.getItem(FORMER_KEY), null);
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
