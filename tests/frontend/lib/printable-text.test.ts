/** Texts on their way into a file, without what no file can hold. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "../../../frontend/lib/printable-text.ts";

test("however a line ends, it ends as lines do here", () => {
  assert.equal(clean("a\r\nb\rc\nd\u0085e\u2028f\u2029g"), "a\nb\nc\nd\ne\nf\ng");
});

test("characters that XML forbids are left out", () => {
  assert.equal(clean("a\u0000b\u0007c\u001bd\ufffee\uffff"), "abcde");
});

test("half a character is left out", () => assert.equal(clean("a\ud83db\ude00"), "ab"));

test("everything that can be read stays", () => assert.equal(clean("\té😀\u00a0\ufffd"), "\té😀\u00a0\ufffd"));
