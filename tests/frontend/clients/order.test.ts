/** Clients are found by name and sorted by any column; what has nothing to be sorted by comes last. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, named, sorted, turned } from "../../../frontend/clients/order.ts";
import type { ClientRow } from "../../../frontend/contract/clients.ts";

function client(name: string, price: number | null = null, changed = "2026-01-01"): Client {
  const cell = { text: "", about: null, order: null };
  const row: ClientRow = { state: "result", outcome: cell, left: cell, next: cell, price: { ...cell, order: price } };
  return { id: name, name, answers: { format: "" }, changed, isOpen: false, row };
}

const names = (clients: Client[]): string => clients.map(({ name }) => name).join(" ");

test("a name is found by a part of it, whatever the case or the accents", () => {
  assert.equal(names(named([client("Café Zoë"), client("Bakker")], " CAFE z")), "Café Zoë");
});

test("an empty text finds all", () => {
  assert.equal(named([client("a"), client("b")], "  ").length, 2);
});

test("names are sorted as people do, numbers by their value", () => {
  const clients = [client("Klant 10"), client("klant 2"), client("Åse")];
  assert.equal(names(sorted(clients, { by: "name", isDown: false }, "nl")), "Åse klant 2 Klant 10");
});

test("a price that is not known comes last, either way", () => {
  const clients = [client("a"), client("b", 900), client("c", 1000)];
  assert.equal(names(sorted(clients, { by: "price", isDown: false }, "nl")), "b c a");
  assert.equal(names(sorted(clients, { by: "price", isDown: true }, "nl")), "c b a");
});

test("a client of whom nothing is known yet comes last", () => {
  const clients = [{ ...client("a", 1), row: null }, client("b", 2)];
  assert.equal(names(sorted(clients, { by: "price", isDown: false }, "nl")), "b a");
});

test("the same column turns round, another begins at its own end", () => {
  assert.deepEqual(turned({ by: "name", isDown: false }, "name"), { by: "name", isDown: true });
  assert.deepEqual(turned({ by: "name", isDown: true }, "price"), { by: "price", isDown: false });
  assert.deepEqual(turned({ by: "name", isDown: false }, "changed"), { by: "changed", isDown: true });
});
