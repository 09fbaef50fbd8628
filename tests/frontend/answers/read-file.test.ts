/** A file is read as JSON or as YAML, or refused for a reason; what it says is for others to judge. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_MEGABYTES, readAnswers, readJson } from "../../../frontend/answers/read-file.ts";

const DOCUMENT = { format: "kmop-answers/1", profile: { starter: true } };

function read(...pieces: BlobPart[]): ReturnType<typeof readAnswers> {
  return readAnswers(new File(pieces, "file"));
}

/** So many lists in one another. */
function nested(levels: number): string {
  return "[".repeat(levels) + "]".repeat(levels);
}

const READ = {
  "JSON": JSON.stringify(DOCUMENT),
  "JSON after white space": `\n\t ${JSON.stringify(DOCUMENT)}`,
  "YAML": "format: kmop-answers/1\nprofile:\n  starter: true\n",
  "YAML with Windows line ends": "format: kmop-answers/1\r\nprofile:\r\n  starter: true\r\n",
  "YAML that begins with a note": '# note\nformat: "kmop-answers/1"\nprofile: {starter: true}\n',
};
for (const [kind, text] of Object.entries(READ)) {
  test(`a file is read: ${kind}`, async () => {
    const found = await read(text);

    assert.deepEqual("document" in found && found.document, DOCUMENT);
    assert.deepEqual("text" in found && JSON.parse(found.text), DOCUMENT);
  });
}

test("nothing, written as such, is read like anything else", async () => {
  const document = { format: "kmop-answers/1", profile: { starter: null } };

  assert.deepEqual("document" in (await read(JSON.stringify(document))), true);
});

test("a byte order mark is no part of the text", async () => {
  const text = JSON.stringify(DOCUMENT);

  assert.deepEqual(await read("\ufeff", text), { text, document: DOCUMENT, source: text });
});

test("what is JSON already is judged as it was written", async () => {
  const text = '{"format": "kmop-answers/1",\n "profile": {}}';

  assert.deepEqual(await read(text), { text, document: { format: "kmop-answers/1", profile: {} }, source: text });
});

const REFUSED: Record<string, [BlobPart, string]> = {
  "larger than two megabytes": ["x".repeat(2_000_001), "too_large"],
  "as Windows saved it": [Uint8Array.from([0x22, 0xe9, 0x22]), "not_text"],
  "in another encoding": [Uint8Array.from([0x7b, 0, 0x7d, 0]), "not_text"],
  "no text": [Uint8Array.from([0xff, 0xfe, 0]), "not_text"],
  "broken JSON": ['{"format": ', "not_json"],
  "empty": ["", "not_json"],
  "white space": [" \n", "not_json"],
  "broken YAML": ["format: [", "not_yaml"],
  "YAML with references": ["a: &x [1]\nb: *x", "not_yaml"],
  "a list that begins as one and is none": ["[x", "not_json"],
  "JSON that nests for ever": [nested(100_000), "too_deep"],
  "YAML that nests deeper than answers do": [`a: ${nested(21)}`, "too_deep"],
  "of a later format": ['{"format": "kmop-answers/2"}', "newer"],
  "of a later format, in YAML": ["format: kmop-answers/10\n", "newer"],
};
for (const [what, [content, refusal]] of Object.entries(REFUSED)) {
  test(`a file is refused with the reason: ${what}`, async () => {
    assert.deepEqual(await read(content), { refusal });
  });
}

test("a file that is just as large as may be is read", async () => {
  assert.equal(MAX_MEGABYTES, 2);
  assert.ok("document" in (await read(`"${"x".repeat(1_999_998)}"`)));
});

test("a file that is too large is not even taken into memory", async () => {
  const file = Object.assign(new File(["x".repeat(2_000_001)], "file"), { arrayBuffer: () => assert.fail() });

  assert.deepEqual(await readAnswers(file), { refusal: "too_large" });
});

test("a file that cannot be read is refused", async () => {
  const file = Object.assign(new File(["{}"], "file"), { arrayBuffer: () => Promise.reject(new DOMException("gone")) });

  assert.deepEqual(await readAnswers(file), { refusal: "unreadable" });
});

test("answers nest less deep than what is refused", () => {
  assert.deepEqual(readJson(nested(20)), { text: nested(20), document: JSON.parse(nested(20)) });
  assert.deepEqual(readJson(nested(21)), { refusal: "too_deep" });
});
