/** What is kept is kept whole, and only whoever came last writes to it. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { AssessmentStore } from "../../../frontend/storage/assessment-store.ts";
import { forbid } from "../globals.ts";
import { freshBrowser } from "./fake-storage.ts";
import { contents, format, listed, moment, putRaw, state } from "./saved-states.ts";

let store: AssessmentStore;

beforeEach(async () => {
  freshBrowser();
  store = await AssessmentStore.open();
});

const refused = { name: "ConstraintError" };

test("a browser without a database refuses to open one", async () => {
  forbid("indexedDB");

  await assert.rejects(async () => AssessmentStore.open());
});

test("a state is kept with its version, and is what was worked on last", async () => {
  await store.save(state("a", "w", 1, "x"));

  const { id: _, ...kept } = state("a", "w", 1, "x").saved;
  assert.deepEqual((await contents())["assessments"], { a: kept });
  assert.deepEqual((await contents())["versions"], { "a,1": state("a", "w", 1, "x").version });
  assert.equal(await store.lastOpened(), "a");
});

test("a version takes the place of the one that it joins, and those that are too many go", async () => {
  await store.save(state("a", "w", 1, "x"));
  await store.save(state("a", "w", 2, "y"));
  await store.save({ ...state("a", "w", 3, "z"), replaces: 2, drop: [1] });

  assert.deepEqual(Object.keys((await contents())["versions"]!), ["a,3"]);
});

test("taking up an assessment names its new writer and counts as a write", async () => {
  await store.save(state("a", "first", 4, "x"));

  const { saved, versions, corrupt } = await store.claim("a", "second");

  assert.deepEqual(saved, { ...state("a", "first", 4, "x").saved, revision: 5, visit: "second" });
  assert.deepEqual(versions, [state("a", "first", 4, "x").version]);
  assert.equal(corrupt, false);
  assert.equal((await contents())["assessments"]!["a"].visit, "second");
});

test("a writer whose assessment another took up is refused, and leaves nothing half written", async () => {
  await store.save(state("a", "first", 1, "x"));
  await store.save(state("b", "other", 1, "y"));
  await store.claim("a", "second");
  await store.save(state("a", "second", 3, "z"));
  const before = await contents();

  await assert.rejects(store.save({ ...state("a", "first", 9, "late"), drop: [1] }), refused);

  assert.deepEqual(await contents(), before);
});

test("a writer that still may is not marked as one that may not", async () => {
  await store.save(state("a", "first", 1, "x"));
  await store.save(state("a", "first", 2, "y"));

  assert.deepEqual((await contents())["superseded"], {});
});

test("of a state that cannot be kept whole nothing is kept", async () => {
  await store.save(state("a", "w", 1, "x"));
  const before = await contents();
  const unkeepable = { ...state("a", "w", 2, "y"), version: {} as never };

  await assert.rejects(store.save(unkeepable));

  assert.deepEqual(await contents(), before);
});

test("the list has the newest first", async () => {
  await store.save(state("a", "u", 1, "x", 2));
  await store.save(state("b", "v", 1, "x", 3));
  await store.save(state("c", "w", 1, "x", 1));

  assert.deepEqual(await listed(store), ["b", "a", "c"]);
});

test("what is not there cannot be taken up", async () => {
  assert.deepEqual(await store.claim("a", "w"), { saved: null, versions: [], corrupt: false });
  assert.deepEqual(await contents(), { assessments: {}, aside: {}, settings: {}, superseded: {}, versions: {} });
});

test("what the first version of the page kept can be taken up, and is a version from then on", async () => {
  const answers = { format, profile: { said: "x" } };
  await putRaw("assessments", "current", { answers, saved_at: moment(0), format });

  const { saved, versions } = await store.claim("current", "w");

  assert.deepEqual(saved, { id: "current", answers, saved_at: moment(0), format, revision: 1, visit: "w" });
  assert.deepEqual(versions.map((version) => [version.revision, version.answers]), [[1, answers]]);
  assert.deepEqual(Object.keys((await contents())["versions"]!), ["current,1"]);
  assert.deepEqual((await contents())["superseded"], {});
});

test("a version that cannot be read is left out", async () => {
  await store.save(state("a", "w", 1, "x"));
  await store.save({ ...state("a", "w", 2, "y"), version: { ...state("a", "w", 2, "y").version, answers: {} as never } });

  const { versions } = await store.claim("a", "v");

  assert.deepEqual(versions.map(({ answers }) => answers["profile"]), [{ said: "x" }, { said: "y" }]);
});

test("taking up one assessment gives no versions of another", async () => {
  await store.save(state("a", "v", 1, "x"));
  await store.save(state("a2", "w", 1, "x"));

  assert.deepEqual((await store.claim("a", "u")).versions.map(({ assessment }) => assessment), ["a"]);
});

test("removing takes one assessment with its versions, and its writer cannot bring it back", async () => {
  await store.save(state("a", "v", 1, "x"));
  await store.save(state("b", "w", 1, "x"));

  await store.remove("a");

  assert.deepEqual(await listed(store), ["b"]);
  assert.deepEqual(Object.keys((await contents())["versions"]!), ["b,1"]);
  await assert.rejects(store.save(state("a", "v", 2, "y")), refused);
  await store.save(state("b", "w", 2, "y"));
});

test("when what was worked on last is gone, another comes in its place", async () => {
  await store.save(state("a", "v", 1, "x"));
  await store.save(state("b", "w", 1, "x"));
  await store.remove("b");

  assert.equal(await store.lastOpened(), "a");
  await store.remove("a");
  assert.equal(await store.lastOpened(), null);
});

test("wiping forgets everything, and lets no writer bring anything back", async () => {
  await store.save(state("a", "v", 1, "x"));
  await store.save(state("b", "w", 1, "x"));
  await store.set("persistence", "granted");
  await putRaw("assessments", "broken", null);
  await store.claim("broken", "u");

  await store.wipe();

  const { superseded, ...rest } = await contents();
  assert.deepEqual(rest, { assessments: {}, aside: {}, settings: {}, versions: {} });
  assert.deepEqual(Object.keys(superseded!).sort(), ["v", "w"]);
  await assert.rejects(store.save(state("a", "v", 2, "y")), refused);
  await assert.rejects(store.save(state("b", "w", 2, "y")), refused);
});

test("a setting is kept by its name", async () => {
  await store.set("persistence", "denied");

  assert.equal(await store.setting("persistence"), "denied");
  assert.equal(await store.setting("else"), undefined);
});
