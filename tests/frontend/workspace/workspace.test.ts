/** The open answers change in one place: what that does to what is kept, to undo, and what the page hears of it. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { AssessmentStore } from "../../../frontend/storage/assessment-store.ts";
import { freshBrowser } from "../storage/fake-storage.ts";
import { putRaw } from "../storage/saved-states.ts";
import {
  answer,
  forget,
  format,
  kept,
  loadPage,
  NEWER,
  OLDER,
  openPage,
  OURS,
  type Page,
  said,
  saying,
  settled,
  type,
} from "./open-page.ts";

let page: Page;

/** Pause for so long that what comes is a change of its own, and no more of the last one. */
const later = (): void => mock.timers.tick(3000);

beforeEach(async () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date"], now: Date.UTC(2026, 0, 1) });
  freshBrowser();
  page = await openPage();
});

/** Whatever changes the open answers; each begins with an assessment that says x, kept, beside another one. */
const CHANGES: Record<string, [cause: string, change: (other: string) => unknown]> = {
  "an answer in the form": ["edited", () => type(page, "y")],
  "something that the form does not show": ["edited", () => page.workspace.update(saying("y"), "scenarios.0")],
  "another file": ["replaced", () => page.workspace.replace(saying("y"))],
  "another file, of an earlier norm": ["replaced", () => page.workspace.replace(saying("y"), saying("y", OLDER))],
  "a version of before": ["replaced", () => page.workspace.restoreVersion(page.workspace.saved.versions[0]!)],
  "throwing away what the norm has no longer": ["replaced", () => page.workspace.discardRemoved()],
  "a new version of the norm": ["migrated", () => page.workspace.adoptMigrated(saying("y"))],
  "undo": ["undone", () => page.workspace.undo()],
  "another name": ["renamed", () => page.workspace.rename(page.workspace.saved.id, "y")],
  "a new assessment": ["cleared", () => page.workspace.startNew("y")],
  "another assessment": ["switched", (other) => page.workspace.switchTo(other)],
  "what another tab made of it": ["switched", () => page.workspace.takeNewest()],
  "a link": ["switched", () => page.workspace.openAsNew(saying("y"))],
  "a link, of an earlier norm": ["switched", () => page.workspace.openAsNew(saying("y"), "steps", saying("y", OLDER))],
  "removing what is open": ["removed", () => page.workspace.remove([page.workspace.saved.id])],
  "wiping": ["cleared", () => page.workspace.wipe()],
};
for (const [what, [cause, change]] of Object.entries(CHANGES)) {
  test(`the page hears once that the answers changed, and why: ${what}`, async () => {
    const other = await withAnother();

    await change(other);
    await settled();

    assert.deepEqual(page.causes, [cause]);
  });
}

test("the page hears once of redo, and of what was restored", async () => {
  await answer(page, "x");
  page.workspace.undo();
  forget(page);
  page.workspace.redo();
  assert.deepEqual(page.causes, ["redone"]);

  const later = loadPage();
  await later.workspace.start();

  assert.deepEqual(later.causes, ["restored"]);
});

/** What changes something else, or nothing. */
const OTHERWISE: Record<string, (other: string) => unknown> = {
  "another way through the form": () => page.workspace.saveMode(),
  "another name of another assessment": (other) => page.workspace.rename(other, "y"),
  "a copy": () => page.workspace.copy(page.workspace.saved.id, "y"),
  "removing another assessment": (other) => page.workspace.remove([other]),
  "an assessment that is gone": () => page.workspace.switchTo("gone"),
  "redo when nothing was taken back": () => page.workspace.redo(),
};
for (const [what, change] of Object.entries(OTHERWISE)) {
  test(`the page hears of no change of the answers: ${what}`, async () => {
    const other = await withAnother();

    await change(other);
    await settled();

    assert.deepEqual(page.causes, []);
  });
}

test("undo and redo of nothing change nothing", () => {
  assert.deepEqual([page.workspace.undo(), page.workspace.redo()], [null, null]);

  assert.deepEqual(page.causes, []);
});

/** Keep another assessment that says "other", and go back to one that says x; gives the name of the other. */
async function withAnother(): Promise<string> {
  await answer(page, "x");
  const mine = page.workspace.saved.id;
  await page.workspace.openAsNew(saying("other"));
  const other = page.workspace.saved.id;
  await page.workspace.switchTo(mine);
  await answer(page, "w");
  await answer(page, "x");
  forget(page);
  return other;
}

test("undo knows of a change before it is saved, and it is being saved before the page hears of it", async () => {
  const order: string[] = [];
  const store = await AssessmentStore.open();
  const { save } = store;
  store.save = (operation) => {
    order.push(`saved, ${page.workspace.canUndo ? "can" : "cannot"} undo`);
    return save.call(store, operation);
  };
  page = await openPage(async () => store);
  page.workspace.subscribe({ changed: (cause) => order.push(cause) });

  type(page, "x");

  assert.deepEqual(order, ["saved, can undo", "edited"]);
});

test("who asked to hear first, hears first", () => {
  const order: number[] = [];
  page.workspace.subscribe({ changed: () => order.push(1) });
  page.workspace.subscribe({ changed: () => order.push(2) });

  type(page, "x");

  assert.deepEqual(order, [1, 2]);
});

test("what is answered is kept, with the norm that it was answered to", async () => {
  await answer(page, "x");

  assert.deepEqual((await (await AssessmentStore.open()).list()).map(({ answers }) => answers), [saying("x")]);
  assert.deepEqual(page.heard, ["saved", "listChanged", "saved"]); // again, with whether it lasts
});

test("answers of a newer norm are left as they are, whatever is done with them", async () => {
  await answer(page, "x");
  page.workspace.replace(saying("newer", NEWER));
  type(page, "y");
  page.workspace.update(saying("z", NEWER), "title");
  page.workspace.undo();
  await settled();

  assert.equal(page.workspace.age, "newer");
  assert.deepEqual(await kept(), ["x"]);
});

test("once another tab took the assessment over, nothing here is saved", async () => {
  await answer(page, "x");
  const newer = await openPage();
  assert.deepEqual(page.heard.filter((event) => event === "takenOver"), ["takenOver"]);

  type(page, "mine");
  page.workspace.undo();
  page.modes.mode = "all";
  page.workspace.saveMode();
  await settled();

  assert.deepEqual(await kept(), ["x"]);
  assert.equal(said(newer.workspace.answers), "x");
});

test("who takes what the other tab made of it can bring back what stood here", async () => {
  await answer(page, "x");
  await answer(await openPage(), "theirs");
  type(page, "mine");

  assert.equal(await page.workspace.takeNewest(), "switched");

  assert.equal(said(page.workspace.answers), "theirs");
  page.workspace.undo();
  await settled();
  assert.deepEqual([said(page.workspace.answers), await kept()], ["mine", ["mine"]]);
});

test("a file that is opened over what is being typed is taken back by itself, and what is typed in it too", () => {
  type(page, "x");
  page.workspace.replace(saying("file"));
  type(page, "file and more");

  const steps = [page.workspace.undo(), page.workspace.undo(), page.workspace.undo()];

  assert.deepEqual(steps.map((step) => said(step!.after)), ["file", "x", undefined]);
});

test("another name given twice at once is taken back twice", async () => {
  await answer(page, "x");
  await page.workspace.rename(page.workspace.saved.id, "one");
  await page.workspace.rename(page.workspace.saved.id, "two");

  assert.equal(page.workspace.undo()?.after["title"], "one");
});

test("undo takes back one change, in the form and in what is kept, and redo makes it again", async () => {
  await answer(page, "x");
  type(page, "other", "profile.also");

  const step = page.workspace.undo();

  assert.deepEqual([step?.after["profile"], page.form.fields.get("profile.also")], [{ said: "x" }, []]);
  page.workspace.redo();
  await settled();
  const [saved] = await (await AssessmentStore.open()).list();
  assert.deepEqual(saved?.answers["profile"], { said: "x", also: "other" });
});

test("a version that is brought back is a change that can be undone, and a version of its own", () => {
  page.workspace.replace(saying("x"));
  later();
  page.workspace.replace(saying("y"));
  later();
  const [, before] = page.workspace.saved.versions;

  page.workspace.restoreVersion(before!);

  assert.equal(said(page.workspace.answers), "x");
  assert.deepEqual(page.workspace.saved.versions.map(({ answers }) => said(answers)), ["x", "y", "x"]);
  page.workspace.undo();
  assert.equal(said(page.workspace.answers), "y");
});

test("answers that come along to this norm leave those of before as a version, and nothing to undo", () => {
  page.workspace.replace(saying("older", OLDER));
  const { canUndo } = page.workspace;

  page.workspace.adoptMigrated(saying("ours"));

  assert.equal(page.workspace.canUndo, canUndo);
  type(page, "later");
  assert.deepEqual(page.workspace.saved.versions.map(({ answers }) => said(answers)), ["later", "ours", "older"]);
});

test("a file that came along is one change to undo, and a version as it was in the file", () => {
  type(page, "x");
  later();

  page.workspace.replace(saying("ours"), saying("older", OLDER));

  assert.deepEqual(page.workspace.saved.versions.map(({ answers }) => said(answers)), ["ours", "older", "x"]);
  page.workspace.undo();
  assert.equal(said(page.workspace.answers), "x");
});

test("a link that came along is an assessment of its own, with a version as it was in the link", async () => {
  await answer(page, "x");

  assert.equal(await page.workspace.openAsNew(saying("ours"), "steps", saying("older", OLDER)), "switched");

  await settled();
  assert.deepEqual(page.workspace.saved.versions.map(({ answers }) => said(answers)), ["ours", "older"]);
  assert.deepEqual(await kept(), ["ours", "x"]);
});

test("answers to what is gone are thrown away, and can be brought back", () => {
  page.workspace.replace({ ...saying("x"), appendix: [{ id: "a" }] });

  page.workspace.discardRemoved();

  assert.deepEqual(page.workspace.answers, saying("x"));
  page.workspace.undo();
  assert.deepEqual(page.workspace.answers["appendix"], [{ id: "a" }]);
});

test("a new assessment is empty, in the whole form, and leaves the other one kept", async () => {
  await answer(page, "x");
  page.modes.show("all");

  page.workspace.startNew("");
  await settled();

  assert.ok(page.workspace.isEmpty && !page.workspace.canUndo);
  assert.deepEqual([page.modes.mode, await kept()], ["steps", ["x"]]);
  await answer(page, "y");
  assert.deepEqual(await kept(), ["x", "y"]);
});

test("a new assessment with a name is kept at once", async () => {
  page.workspace.startNew("mine");
  await settled();

  assert.deepEqual(page.workspace.saved.assessments.map(({ answers }) => answers), [{ format, title: "mine" }]);
});

test("turning to another assessment shows it as it was left, with nothing to undo", async () => {
  page.modes.show("all");
  await answer(page, "x");
  const { id } = page.workspace.saved;
  page.workspace.startNew("");
  await answer(page, "y");

  assert.equal(await page.workspace.switchTo(id), "switched");

  assert.deepEqual([said(page.workspace.answers), page.modes.mode, page.workspace.canUndo], ["x", "all", false]);
  await answer(page, "z");
  assert.deepEqual(await kept(), ["y", "z"]);
});

test("an assessment that another tab removed cannot be turned to, and what is open stays", async () => {
  await answer(page, "x");

  assert.equal(await page.workspace.switchTo("gone"), "gone");

  assert.equal(said(page.workspace.answers), "x");
});

test("an assessment that cannot be read is put aside, and told", async () => {
  await putRaw("assessments", "bad", { answers: "none" });

  assert.equal(await page.workspace.switchTo("bad"), "corrupt");

  const [record] = page.workspace.saved.corrupt;
  assert.deepEqual(record?.record, { answers: "none" });
  await page.workspace.kept.discardCorrupt(record!.id);
  await settled();
  assert.deepEqual(page.workspace.saved.corrupt, []);
});

test("a copy is kept under its own name, with the way through the form, and goes its own way", async () => {
  page.modes.show("all");
  await answer(page, "x");

  await page.workspace.copy(page.workspace.saved.id, "copy");
  await answer(page, "y");

  const copy = page.workspace.saved.assessments.find(({ answers }) => answers["title"] === "copy");
  assert.deepEqual([said(copy!.answers), copy!.mode], ["x", "all"]);
  assert.deepEqual(await kept(), ["x", "y"]);
});

test("another name is kept, of what is open and of others, and of what is open it can be undone", async () => {
  await answer(page, "x");
  const { id } = page.workspace.saved;
  await page.workspace.rename(id, "first");
  page.workspace.startNew("second");
  await page.workspace.rename(id, "third");
  await page.workspace.rename(page.workspace.saved.id, "fourth");
  await settled();

  const titles = page.workspace.saved.assessments.map(({ answers }) => answers["title"]);
  assert.deepEqual(titles.sort(), ["fourth", "third"]);
  page.workspace.undo();
  assert.equal(page.workspace.answers["title"], "second");
});

test("removing what is open leaves an empty form, and nothing comes back", async () => {
  await answer(page, "x");

  await page.workspace.remove([page.workspace.saved.id]);
  await settled();

  assert.ok(page.workspace.isEmpty);
  assert.deepEqual(await kept(), []);
});

test("wiping leaves nothing: not in the form, not to undo, not in the browser", async () => {
  await answer(page, "x");
  page.workspace.replace(saying("y"));

  await page.workspace.wipe();
  await settled();

  assert.ok(page.workspace.isEmpty && !page.workspace.canUndo);
  assert.deepEqual([await kept(), page.workspace.saved.assessments, page.workspace.saved.versions], [[], [], []]);
});

test("where the browser refuses to wipe, the form is empty all the same, and the page hears of both", async () => {
  const store = await AssessmentStore.open();
  store.wipe = () => Promise.reject(new Error("no"));
  page = await openPage(async () => store);
  type(page, "x");
  forget(page);

  await assert.rejects(page.workspace.wipe(), /no/);

  assert.ok(page.workspace.isEmpty);
  assert.deepEqual(page.causes, ["cleared"]);
});

test("a disk that is full is told", async () => {
  const store = await AssessmentStore.open();
  store.save = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  page = await openPage(async () => store);

  await answer(page, "x");

  assert.deepEqual(page.heard, ["saveFailed full"]);
});

test("what was worked on last shows again, and what is typed before it is there belongs to it", async () => {
  await answer(page, "x");
  const later = loadPage();
  later.form.write(new Map([["profile.also", ["typed"]]]));

  await later.workspace.start();
  await settled();

  assert.deepEqual(later.workspace.answers["profile"], { said: "x", also: "typed" });
  assert.deepEqual([later.heard[0], later.workspace.canUndo], ["restored", false]);
  const saved = await (await AssessmentStore.open()).list();
  assert.deepEqual(saved.map(({ answers }) => answers["profile"]), [{ said: "x", also: "typed" }]);
});

test("the page hears what became of what an earlier visit left", async () => {
  const found: unknown[] = [];
  const visit = async (): Promise<void> => {
    const visited = loadPage();
    visited.workspace.subscribe({ restored: (restored) => found.push(restored) });
    await visited.workspace.start();
  };

  await visit();
  await answer(page, "x");
  await visit();
  await putRaw("assessments", page.workspace.saved.id, { answers: "none" });
  await visit();

  const nothing = { isShown: false, isAnswered: false, problem: null };
  assert.deepEqual(found, [nothing, { ...nothing, isShown: true }, { ...nothing, problem: "corrupt" }]);
});

test("where the browser keeps nothing, the page hears why, and goes on without", async () => {
  page = loadPage(() => Promise.reject(new Error("forbidden")));

  await assert.rejects(page.workspace.start(), /forbidden/);

  assert.deepEqual([page.causes, page.workspace.saved.isAvailable], [["restored"], false]);
  type(page, "x");
  later();
  page.workspace.replace(saying("y"));
  page.workspace.undo();
  assert.equal(said(page.workspace.answers), "x");
});

test("nothing is saved while what was kept is still being looked for", async () => {
  await answer(page, "x");
  const store = await AssessmentStore.open();
  const { claim } = store;
  store.claim = (...given) => {
    type(page, "typed", "profile.also");
    return claim.apply(store, given);
  };
  page = loadPage(async () => store);

  await page.workspace.start();
  await settled();

  const saved = await (await AssessmentStore.open()).list();
  assert.deepEqual(saved.map(({ answers }) => answers["profile"]), [{ said: "x", also: "typed" }]);
});

test("answers say which norm they were given to, unless they came from elsewhere without one", () => {
  type(page, "x");
  assert.deepEqual(page.workspace.answers["norm"], OURS);

  page.workspace.replace({ format, profile: { said: "y" } });
  type(page, "z");

  assert.equal(page.workspace.answers["norm"], undefined);
});
