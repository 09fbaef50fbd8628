/** A file takes the place of the work only when it can be read and the rules have nothing against it. */

import "../no-page.ts";
import { setGlobal } from "../globals.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { openFile } from "../../../frontend/import-export/open-file.ts";
import { faults, importContext, migrated } from "./import-context.ts";

setGlobal("CSS", { escape: (text: string) => text });

const ANSWERS = { format: "kmop-answers/1", profile: { starter: true } };
const TEXT = JSON.stringify(ANSWERS);

test("a file with nothing against it is opened, and that is told", async () => {
  const { context, told, assessed } = importContext(faults());

  const opened = await openFile(new File([TEXT], "a.json"), context);

  assert.deepEqual(opened, { answers: ANSWERS, original: ANSWERS, messages: [] });

  assert.deepEqual(assessed, [TEXT]);
  assert.deepEqual(told, [null, "file.waiting a.json", null, "status.opened a.json"]);
});

test("a file of an earlier norm comes as it is now, beside what it was and what happened to it", async () => {
  const now = { format: "kmop-answers/1", profile: {} };
  const { context } = importContext(migrated(now, "gone"));

  const opened = await openFile(new File([TEXT], "a.json"), context);

  assert.deepEqual(opened, { answers: now, original: ANSWERS, messages: ["gone"] });
});

test("of a file in which nothing is answered nothing is told but that it opened", async () => {
  const empty = { format: "kmop-answers/1", profile: {} };
  const { context } = importContext(migrated({ ...empty, norm: {} }, "renewed"));

  const opened = await openFile(new File([JSON.stringify(empty)], "a.json"), context);

  assert.deepEqual([opened?.original, opened?.messages], [empty, []]);
});

test("the rules judge YAML as the JSON that it says", async () => {
  const { context, assessed } = importContext(faults());

  await openFile(new File(["format: kmop-answers/1\nprofile:\n  starter: true\n"], "a.yaml"), context);

  assert.deepEqual(assessed, [TEXT]);
});

const REFUSED: Record<string, BlobPart> = {
  too_large: " ".repeat(2_000_001),
  not_text: Uint8Array.from([0xff, 0xfe, 0]),
  not_json: "{",
  not_yaml: "a: [",
  too_deep: "[".repeat(100_000) + "]".repeat(100_000),
  newer: '{"format": "kmop-answers/2"}',
};
for (const [reason, content] of Object.entries(REFUSED)) {
  test(`a file that cannot be read is refused before the rules see it: ${reason}`, async () => {
    const { context, told, assessed } = importContext(faults());

    assert.equal(await openFile(new File([content], "a.json"), context), null);

    assert.deepEqual([told, assessed], [[null, `file.${reason} a.json 2`], []]);
  });
}

test("a file with faults is refused, each by its question or its part, with its line where it has one", async () => {
  const { context, told } = importContext(faults(["profile", "starter"], ["documents"], []));
  const text = JSON.stringify({ ...ANSWERS, documents: 3 }, null, 2);

  assert.equal(await openFile(new File([text], "a.json"), context), null);

  const starter = "fault.on_line Bent u een starter? 4";
  assert.equal(told.at(-1), `file.faults a.json ${starter} fault.on_line fault.part.documents 6 fault.whole`);
});

test("a file that the rules could not judge is not opened", async () => {
  const { context, told } = importContext(null);

  assert.equal(await openFile(new File([TEXT], "a.json"), context), null);

  assert.equal(told.at(-1), "file.not_checked a.json");
});
