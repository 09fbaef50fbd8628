/** The rules are asked of each client once, a few at a time, and again only of what changed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Kept, RowStore } from "../../../frontend/clients/row-store.ts";
import type { ClientRow } from "../../../frontend/contract/clients.ts";

function kept(id: string, revision = 1): Kept {
  return { id, revision, answers: { format: "kmop-answers/1", title: id } };
}

function page(list: Kept[]) {
  const cell = { text: "", about: null, order: null };
  const asked: string[][] = [];
  const state = { list, day: "2026-01-01", works: true, drawn: 0 };
  const store = new RowStore({
    wanted: () => state.list,
    date: () => state.day,
    ask: async (documents) => {
      asked.push(documents.map(({ title }) => String(title)));
      const row = (title: unknown): ClientRow => ({ state: "result", outcome: { ...cell, text: String(title) }, left: cell, next: cell, price: cell });
      return state.works ? documents.map(({ title }) => row(title)) : null;
    },
    changed: () => void (state.drawn += 1),
  });
  return { store, state, asked };
}

test("all are asked, a few at a time, each with its own row", async () => {
  const list = ["a", "b", "c", "d", "e"].map((id) => kept(id));
  const { store, asked, state } = page(list);

  await store.fill();

  assert.deepEqual(asked.flat(), ["a", "b", "c", "d", "e"]);
  assert.ok(asked.every((batch) => batch.length <= 2));
  assert.deepEqual(list.map((each) => store.rowOf(each)?.outcome.text), ["a", "b", "c", "d", "e"]);
  assert.equal(state.drawn, asked.length);
});

test("what did not change is not asked again", async () => {
  const { store, asked, state } = page([kept("a"), kept("b")]);
  await store.fill();
  state.list = [kept("a"), kept("b", 2)];

  await store.fill();

  assert.deepEqual(asked, [["a", "b"], ["b"]]);
});

test("on another day all are asked again", async () => {
  const { store, asked, state } = page([kept("a")]);
  await store.fill();
  state.day = "2026-01-02";

  assert.equal(store.rowOf(kept("a")), null);
  await store.fill();

  assert.deepEqual(asked, [["a"], ["a"]]);
});

test("what comes in meanwhile is asked too, once", async () => {
  const { store, asked, state } = page([kept("a")]);
  const filling = store.fill();
  state.list = [kept("a"), kept("b")];

  await Promise.all([filling, store.fill()]);

  assert.deepEqual(asked, [["a"], ["b"]]);
});

test("rules that failed are not asked for ever, and that is known until they work again", async () => {
  const { store, asked, state } = page([kept("a"), kept("b"), kept("c")]);
  state.works = false;

  await store.fill();

  assert.equal(asked.length, 1);
  assert.ok(store.hasFailed);
  state.works = true;
  await store.fill();
  assert.ok(!store.hasFailed);
});
