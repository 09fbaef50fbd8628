/** A database that is deleted or closed under the page is opened again, and what stands there is written again. */

import assert from "node:assert/strict";
import { before, beforeEach, mock, test } from "node:test";
import { forceCloseDatabase } from "fake-indexeddb";
import { openDB } from "idb";
import { AssessmentStore } from "../../../frontend/storage/assessment-store.ts";
import { answer, openTab, said, saying, settled, type Tab } from "./autosave-tabs.ts";
import { freshBrowser } from "./fake-storage.ts";
import { contents, listed } from "./saved-states.ts";

let tab: Tab;
/** Every connection of the page, as the browser has it. */
let connections: IDBDatabase[];

before(() => void mock.method(console, "warn", () => undefined));

beforeEach(async () => {
  freshBrowser();
  connections = [];
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (...given: Parameters<IDBFactory["open"]>): IDBOpenDBRequest => {
    const request = open(...given);
    request.addEventListener("success", () => connections.push(request.result));
    return request;
  };
  tab = await openTab();
  await answer(tab, "x");
  tab.autosave.startNewVersion();
  await answer(tab, "y");
  tab.heard.length = 0;
});

/** What the reader or the browser does to the database. */
const TAKEN: Record<string, () => Promise<unknown>> = {
  "deleted by another tab": () => deleted(),
  "cleared with the data of the site": async () => {
    const deleting = deleted();
    connections.forEach((connection) => forceCloseDatabase(connection));
    await deleting;
  },
};
for (const [what, take] of Object.entries(TAKEN)) {
  test(`what stands there is kept again with its versions, and told: ${what}`, async () => {
    await take();
    await long();

    assert.deepEqual(tab.heard, ["recovered", "saved", "list changed"]);
    const { assessments, versions } = await contents();
    assert.deepEqual(Object.values(assessments!).map(({ answers }) => answers), [saying("y")]);
    assert.deepEqual(Object.values(versions!).map(({ answers }) => answers), [saying("x"), saying("y")]);
  });

  test(`what is answered next is kept beside what stood there: ${what}`, async () => {
    await take();
    await answer(tab, "z");
    await long();

    assert.deepEqual([said(tab), await listed(tab.store)], [["z", "x"], [tab.autosave.id]]);
  });
}

test("a database that was only closed is opened again, and nothing is said to be gone", async () => {
  connections.forEach((connection) => forceCloseDatabase(connection));
  await long();

  assert.deepEqual(tab.heard, ["saved", "list changed"]);
  assert.deepEqual(Object.keys((await contents())["versions"]!).length, 2);
});

test("a connection that no longer works, of which nobody told, is opened again", async () => {
  connections.forEach((connection) => connection.close());

  await answer(tab, "z");
  await long();

  assert.deepEqual(tab.heard, ["saved"]);
  assert.equal((await tab.store.list()).length, 1);
});

test("a tab that no longer writes brings nothing back", async () => {
  const newer = await openTab();
  await newer.autosave.switchTo(tab.autosave.id);
  await answer(newer, "theirs");

  await deleted();
  await long();

  assert.deepEqual((await tab.store.list()).map(({ answers }) => answers), [saying("theirs")]);
});

test("a page that keeps nothing yet brings nothing back", async () => {
  tab.autosave.startNew();

  await deleted();
  await long();

  assert.deepEqual(await listed(tab.store), []);
});

test("when another tab has a newer page, the page is told so at once and again at the next answer", async () => {
  await openDB("kmop", 3);
  await new Promise((go) => setTimeout(go, 20));
  assert.deepEqual(tab.heard, ["newer", "list changed"]);

  tab.autosave.save(saying("z"), "steps");
  await new Promise((go) => setTimeout(go, 20));

  assert.deepEqual(tab.heard.slice(2), ["newer"]);
});

test("a database that is still being taken away is opened as soon as that is done", async (t) => {
  const open = indexedDB.open.bind(indexedDB);
  let refused = 0;
  t.mock.method(indexedDB, "open", (...given: [string, number]) => {
    refused += 1;
    if (refused < 3) {
      throw new DOMException("", "UnknownError");
    }
    return open(...given);
  });
  connections.forEach((connection) => forceCloseDatabase(connection));
  await new Promise((go) => setTimeout(go, 200));

  assert.deepEqual(tab.heard, ["saved", "list changed"]);
});

test("a database that cannot be opened again is told, and tried anew with the next answer", async (t) => {
  const refusing = t.mock.method(indexedDB, "open", () => {
    throw new DOMException("", "UnknownError");
  });
  connections.forEach((connection) => forceCloseDatabase(connection));
  await new Promise((go) => setTimeout(go, 800));
  assert.deepEqual(tab.heard, ["failed", "list changed"]);
  refusing.mock.restore();

  await answer(tab, "z");
  await long();

  assert.deepEqual(tab.heard.slice(2), ["saved"]);
});

test("of what is being saved, only the last is told to be all", async () => {
  tab.autosave.save(saying("one"), "steps");
  await answer(tab, "two");
  await settled(tab.store);

  assert.deepEqual(tab.heard, ["saved"]);
});

function deleted(): Promise<unknown> {
  return new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase("kmop");
    request.onsuccess = done;
    request.onerror = fail;
  });
}

/** Wait until the database is opened again and written. */
async function long(): Promise<void> {
  await new Promise((go) => setTimeout(go, 20));
  await (await AssessmentStore.open()).list();
  await settled(tab.store);
}
