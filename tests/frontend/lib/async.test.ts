/** Work that never queues up. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { runLatest, Semaphore } from "../../../frontend/lib/async.ts";

test("slow work skips what was overtaken and ends with the newest", async () => {
  const done: number[] = [];
  const releases: (() => void)[] = [];
  let idle = 0;
  const work = async (input: number): Promise<void> => {
    await new Promise<void>((go) => releases.push(go));
    done.push(input);
  };
  const ask = runLatest(work, () => {
    idle += 1;
  });
  ask(1);
  ask(2);
  ask(3);
  while (idle === 0) {
    releases.shift()?.();
    await new Promise((go) => setImmediate(go));
  }

  assert.deepEqual(done, [1, 3]);
  assert.equal(releases.length, 0);
  assert.equal(idle, 1);
});

test("work that fails is logged, and the next is done", async (t) => {
  const logged = t.mock.method(console, "error", () => undefined);
  const done: number[] = [];
  const ask = runLatest(async (input: number) => {
    if (input === 1) {
      throw new Error("a fault");
    }
    done.push(input);
  });

  ask(1);
  await new Promise(setImmediate);
  ask(2);
  await new Promise(setImmediate);

  assert.deepEqual([done, logged.mock.callCount()], [[2], 1]);
});

test("so many work at a time as there are places, in the order in which they came", async () => {
  const semaphore = new Semaphore(2);
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) =>
    semaphore.run(async () => {
      log.push(name);
      await new Promise<void>((go) => ends.set(name, go));
    });
  const all = ["a", "b", "c", "d"].map(work);
  for (const name of ["b", "a", "c", "d"]) {
    await new Promise((go) => setImmediate(go));
    log.push(`${name} ends`);
    ends.get(name)!();
  }
  await Promise.all(all);

  assert.deepEqual(log, ["a", "b", "b ends", "c", "a ends", "d", "c ends", "d ends"]);
});

test("work that fails leaves its place to the next, and tells", async () => {
  const semaphore = new Semaphore(1);

  await assert.rejects(semaphore.run(() => Promise.reject(new Error("a fault"))), { message: "a fault" });
  assert.equal(await semaphore.run(async () => "next"), "next");
});
