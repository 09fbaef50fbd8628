/** A snapshot comes back as it was kept, for the same runtime in the same browser, and else not at all. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { forgetSnapshots, loadSnapshot, saveSnapshot } from "../../../frontend/runtime/snapshot-cache.ts";
import { forbid, setGlobal } from "../globals.ts";
import { freshCaches } from "./fake-caches.ts";

const BASE = "https://here.example/runtime/1/";
const BYTES = Uint8Array.from([1, 2, 3, 4]);

beforeEach(() => {
  mock.reset();
  freshCaches();
  setGlobal("navigator", { userAgent: "Browser/1" });
});

test("what is kept comes back", async () => {
  await saveSnapshot(BASE, BYTES);

  assert.deepEqual(await loadSnapshot(BASE), BYTES);
});

test("where nothing is kept nothing comes back", async () => assert.equal(await loadSnapshot(BASE), null));

test("another runtime finds nothing, and neither does another browser", async () => {
  await saveSnapshot(BASE, BYTES);

  assert.equal(await loadSnapshot("https://here.example/runtime/2/"), null);
  setGlobal("navigator", { userAgent: "Browser/2" });
  assert.equal(await loadSnapshot(BASE), null);
});

test("a snapshot of which a part is missing is not taken", async () => {
  await saveSnapshot(BASE, BYTES);
  const cache = await caches.open("kmop-snapshot");
  const [address] = await cache.keys();
  const { headers } = (await cache.match(address!))!;
  await cache.put(address!, new Response(BYTES.slice(1), { headers }));

  assert.equal(await loadSnapshot(BASE), null);
});

test("a new snapshot takes the place of any other", async () => {
  await saveSnapshot("https://here.example/runtime/0/", BYTES);
  await saveSnapshot(BASE, BYTES);

  assert.equal((await (await caches.open("kmop-snapshot")).keys()).length, 1);
});

test("a browser that has no room for it says so to whoever keeps it", async () => {
  const cache = await caches.open("kmop-snapshot");
  const full = new DOMException("", "QuotaExceededError");
  mock.method(Object.getPrototypeOf(cache), "put", () => Promise.reject(full));

  await assert.rejects(saveSnapshot(BASE, BYTES), { name: "QuotaExceededError" });
});

test("what is thrown away does not come back", async () => {
  await saveSnapshot(BASE, BYTES);
  await forgetSnapshots();

  assert.equal(await loadSnapshot(BASE), null);
});

test("a browser that keeps nothing has no snapshot either", async () => {
  forbid("caches");

  assert.equal(await loadSnapshot(BASE), null);
});
