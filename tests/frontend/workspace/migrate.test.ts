/** Answers of an earlier norm come along to the page's, once, and nothing that was answered meanwhile is lost. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Migrated } from "../../../frontend/contract/outcome.ts";
import type { RulesClient } from "../../../frontend/runtime/worker-client.ts";
import { migrateAndAssess, migrateOpen } from "../../../frontend/workspace/migrate.ts";
import { freshBrowser } from "../storage/fake-storage.ts";
import { type FakeRules, fakeRules } from "./fake-rules.ts";
import { forget, format, NEWER, OLDER, openPage, OURS, type Page, said, saying, type } from "./open-page.ts";

const DATE = "2026-01-01";
let page: Page;
let rules: FakeRules;

/** Everything stays as it was, under this page's norm. */
function migrated(answers: object): Migrated {
  return { answers: { ...answers, norm: OURS }, told: ["renewed"], faults: [] };
}

beforeEach(async () => {
  freshBrowser();
  page = await openPage();
  rules = fakeRules(migrated);
});

/** Migrate what is open, with what the page heard of it alone. */
async function migrate(isFaulty = false) {
  forget(page);
  return migrateOpen(page.workspace, rules as unknown as RulesClient, isFaulty);
}

test("answers to this norm, or to none, are not asked about", async () => {
  for (const answers of [saying("x"), { format, profile: { said: "x" } }]) {
    page.workspace.replace(answers);

    assert.deepEqual(await migrate(), { state: "ready", messages: [] });
  }
  assert.deepEqual([rules.asked, page.causes], [[], []]);
});

test("answers of an earlier norm come along, and what happened to them is told", async () => {
  page.workspace.replace(saying("x", OLDER));

  assert.deepEqual(await migrate(), { state: "ready", messages: ["renewed"] });

  assert.deepEqual([page.workspace.answers, page.causes], [saying("x"), ["migrated"]]);
});

test("answers to this norm that the rules refuse come along without what is gone", async () => {
  page.workspace.replace(saying("x"));
  rules.migrate = () => ({ answers: saying("without"), told: ["put aside"], faults: [] });

  assert.deepEqual(await migrate(true), { state: "ready", messages: ["put aside"] });

  assert.deepEqual([page.workspace.answers, page.causes], [saying("without"), ["migrated"]]);
});

test("answers of a newer norm are left alone, also when the rules refuse them", async () => {
  page.workspace.replace(saying("x", NEWER));

  assert.deepEqual(await migrate(true), { state: "newer", messages: [] });
  assert.deepEqual(rules.asked, []);
});

test("of nothing that was answered nothing is told, but it comes along", async () => {
  page.workspace.replace({ format, norm: OLDER, title: "mine" });

  assert.deepEqual(await migrate(), { state: "ready", messages: [] });

  assert.deepEqual(page.workspace.answers, { format, norm: OURS, title: "mine" });
});

test("what is answered while the rules migrate comes along too", async () => {
  page.workspace.replace(saying("x", OLDER));
  const migrating = migrate();
  type(page, "y");

  await migrating;

  assert.deepEqual(rules.asked, ["migrate x", "migrate y"]);
  assert.deepEqual(page.workspace.answers, saying("y"));
});

test("answers of a newer norm are left alone", async () => {
  page.workspace.replace(saying("x", NEWER));

  assert.deepEqual(await migrate(), { state: "newer", messages: [] });

  assert.deepEqual([rules.asked, page.workspace.answers], [[], saying("x", NEWER)]);
});

test("when the worker fails, the answers stay as they are", async () => {
  page.workspace.replace(saying("x", OLDER));
  rules.migrate = () => null;

  assert.deepEqual(await migrate(), { state: "failed", messages: [] });

  assert.equal(said(page.workspace.answers), "x");
});

const assess = (answers: object) => migrateAndAssess(JSON.stringify(answers), DATE, rules as unknown as RulesClient);

test("what comes in is migrated once and assessed once, and both are given back", async () => {
  const found = await assess(saying("x", OLDER));

  assert.deepEqual(rules.asked, ["migrate x", `assess x ${DATE}`]);
  assert.deepEqual([found?.answers, found?.messages, found?.outcome.faults], [saying("x"), ["renewed"], []]);
});

test("what cannot come along is not assessed", async () => {
  const faults = [{ path: [], text: "wrong" }];
  rules.migrate = (answers) => ({ answers, told: [], faults });

  assert.deepEqual((await assess(saying("x")))?.outcome.faults, faults);

  assert.deepEqual(rules.asked, ["migrate x"]);
});

test("when the worker fails, nothing is given back", async () => {
  rules.migrate = () => null;
  assert.equal(await assess(saying("x")), null);

  rules.migrate = migrated;
  rules.assess = async () => null;
  assert.equal(await assess(saying("x")), null);
});
