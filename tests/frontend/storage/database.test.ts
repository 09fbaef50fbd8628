/** A database of an earlier page becomes ours, a later page can have it, and writing is all or nothing. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openDB } from "idb";
import { openDatabase, transaction, writeNow } from "../../../frontend/storage/database.ts";
import { freshBrowser } from "./fake-storage.ts";
import { contents, format } from "./saved-states.ts";

const TABLES = ["aside", "assessments", "settings", "superseded", "versions"];

beforeEach(freshBrowser);

test("a new database has every table", async () => {
  assert.deepEqual(Object.keys(await contents()), TABLES);
});

test("the database of the first version gets the other tables, and what it kept stays", async () => {
  const record = { answers: { format }, saved_at: "2026-01-02T03:04:05.678Z", format };
  const first = await openDB("kmop", 1, { upgrade: (database) => void database.createObjectStore("assessments") });
  await first.put("assessments", record, "current");
  first.close();

  const found = await contents();

  assert.deepEqual(Object.keys(found), TABLES);
  assert.deepEqual(found["assessments"], { current: record });
});

test("an empty database that something else made under that name gets every table", async () => {
  (await openDB("kmop")).close();

  assert.deepEqual(Object.keys(await contents()), TABLES);
});

test("opening it once more leaves what is kept", async () => {
  const database = await openDatabase();
  await database.put("settings", "x", "name");
  database.close();

  assert.deepEqual((await contents())["settings"], { name: "x" });
});

test("a tab with a later page gets the database for itself", async () => {
  const ours = await openDatabase();

  const later = await openDB("kmop", 3);

  assert.equal(later.version, 3);
  await assert.rejects(ours.get("settings", "name"), { name: "InvalidStateError" });
});

test("when work breaks off, what it wrote before is not kept", async () => {
  const database = await openDatabase();

  const work = transaction(database, async (tables) => {
    await tables.objectStore("settings").put("x", "name");
    throw new RangeError("broken off");
  });

  await assert.rejects(work, RangeError);
  assert.equal(await database.get("settings", "name"), undefined);
});

test("work that came to an end has failed all the same when nothing of it could be written", async () => {
  const database = await openDatabase();

  const work = transaction(database, async (tables) => {
    await tables.objectStore("settings").put("x", "name");
    tables.abort();
    return "done";
  });

  await assert.rejects(work, { name: "AbortError" });
});

test("work gives what it found once that is written", async () => {
  const database = await openDatabase();

  const found = await transaction(database, async (tables) => {
    await tables.objectStore("settings").put("x", "name");
    return tables.objectStore("settings").get("name");
  });

  assert.equal(found, "x");
  assert.equal(await database.get("settings", "name"), "x");
});

test("of what is written at once nothing is kept when one write is refused", async () => {
  const database = await openDatabase();
  await database.put("settings", "x", "taken");

  const writing = writeNow(database, (tables) => {
    const settings = tables.objectStore("settings");
    return [() => settings.put("y", "name"), () => settings.add("y", "taken")];
  });

  await assert.rejects(writing, { name: "ConstraintError" });
  assert.deepEqual((await contents())["settings"], { taken: "x" });
});

test("what is written at once is committed without waiting for an answer", async (t) => {
  const commit = t.mock.method(IDBTransaction.prototype, "commit");
  const database = await openDatabase();
  commit.mock.resetCalls();

  const writing = writeNow(database, (tables) => [() => tables.objectStore("settings").put("x", "name")]);

  assert.equal(commit.mock.callCount(), 1);
  await writing;
  assert.equal(await database.get("settings", "name"), "x");
});
