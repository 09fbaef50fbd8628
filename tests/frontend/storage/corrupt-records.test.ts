/** What cannot be read is put aside as it was found, and everything else goes on. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { AssessmentStore } from "../../../frontend/storage/assessment-store.ts";
import { freshBrowser } from "./fake-storage.ts";
import { contents, format, listed, putRaw, state } from "./saved-states.ts";

let store: AssessmentStore;

beforeEach(async () => {
  freshBrowser();
  store = await AssessmentStore.open();
});

test("what cannot be read is in no list", async () => {
  await store.save(state("a", "w", 1, "x"));
  await putRaw("assessments", "broken", { answers: "x" });

  assert.deepEqual(await listed(store), ["a"]);
});

for (const record of [{ answers: "x", saved_at: "?" }, { answers: { format: "else" } }, {}, null]) {
  test(`a record that cannot be read is put aside whole: ${JSON.stringify(record)}`, async () => {
    await putRaw("assessments", "a", record);

    assert.deepEqual(await store.claim("a", "w"), { saved: null, versions: [], corrupt: true });

    const [aside, ...others] = await store.corruptRecords();
    assert.deepEqual([aside?.record, others], [record, []]);
    assert.deepEqual((await contents())["assessments"], {});
  });
}

test("answers that a browser can keep and JSON cannot are put aside whole, and are in no list", async () => {
  const profile = new Map([["said", "x"]]);
  await putRaw("assessments", "a", { answers: { format, profile }, saved_at: "?" });
  assert.deepEqual(await listed(store), []);

  assert.equal((await store.claim("a", "w")).corrupt, true);

  assert.deepEqual((await store.corruptRecords()).map(({ record }: any) => record.answers), [{ format, profile }]);
});

test("the same name put aside twice makes two records, each thrown away by itself", async (t) => {
  t.mock.timers.enable({ apis: ["Date"] });
  for (const answers of ["x", "y"]) {
    await putRaw("assessments", "a", { answers });
    await store.claim("a", "w");
    t.mock.timers.tick(1);
  }
  const [first] = await store.corruptRecords();

  await store.discardCorrupt(first!.id);

  assert.deepEqual((await store.corruptRecords()).map(({ record }) => record), [{ answers: "y" }]);
});
