/** A file is read by what it begins with, and refused with its reason. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { openText, type Readers } from "../../../frontend/desk-files/open-text.js";
import { type Refusal, RefusedError } from "../../../frontend/desk-files/opened-text.js";

const read = { text: "gelezen", form: "plain", unread: 0 } as const;
const readers: Readers = {
  docx: async () => ({ read: () => read }),
  pdf: async () => ({ read: () => read }),
};

function file(content: string | Uint8Array<ArrayBuffer>, name = "tekst.txt"): File {
  return new File([content], name);
}

function bytes(...numbers: number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(numbers);
}

async function refusal(given: File, by: Readers = readers): Promise<Refusal | null> {
  const opened = await openText(given, by);
  return "refusal" in opened ? opened.refusal : null;
}

test("a text file is read as its name says that it is marked up", async () => {
  const forms = ["a.html", "a.HTM", "a.md", "a.txt", "a"].map(async (name) => openText(file("Tekst", name), readers));
  const opened = await Promise.all(forms);
  assert.deepEqual(opened.map((each) => "form" in each && each.form), ["html", "html", "markdown", "plain", "plain"]);
});

test("a page of which the name says nothing is known by its look", async () => {
  const opened = await openText(file("  <!DOCTYPE html><p>x"), readers);
  assert.deepEqual(opened, { text: "  <!DOCTYPE html><p>x", form: "html", unread: 0 });
});

for (const [name, content] of Object.entries({
  "UTF-8": new TextEncoder().encode("één €"),
  "UTF-8 with a mark": bytes(0xef, 0xbb, 0xbf, ...new TextEncoder().encode("één €")),
  "UTF-16": bytes(0xff, 0xfe, 0xe9, 0, 0xe9, 0, 0x6e, 0, 0x20, 0, 0xac, 0x20),
  "big-endian UTF-16": bytes(0xfe, 0xff, 0, 0xe9, 0, 0xe9, 0, 0x6e, 0, 0x20, 0x20, 0xac),
  "Windows": bytes(0xe9, 0xe9, 0x6e, 0x20, 0x80),
})) {
  test(`${name} is read`, async () => {
    assert.deepEqual(await openText(file(content), readers), { text: "één €", form: "plain", unread: 0 });
  });
}

test("lines end alike", async () => {
  assert.deepEqual(await openText(file("a\r\nb"), readers), { text: "a\nb", form: "plain", unread: 0 });
});

for (const [reason, content] of Object.entries({
  empty: " \n ",
  not_text: bytes(0x41, 0, 0x42),
  too_large: "a".repeat(2_000_001),
  old_word: bytes(0xd0, 0xcf, 0x11, 0xe0, 1, 2),
  protected: bytes(0xd0, 0xcf, 0x11, 0xe0, ...[..."EncryptedPackage"].flatMap((sign) => [sign.charCodeAt(0), 0])),
  other_kind: bytes(0x89, 0x50, 0x4e, 0x47),
})) {
  test(`what is ${reason} is refused`, async () => {
    assert.equal(await refusal(file(content)), reason);
  });
}

test("what Windows has no characters for is no text", async () => {
  assert.equal(await refusal(file(bytes(0xe9, 0x81))), "not_text");
});

test("a PDF and a packed document go to their readers, whatever their names", async () => {
  assert.equal(await openText(file("%PDF-1.7", "a.txt"), readers), read);
  assert.equal(await openText(file("junk\n%PDF-1.7"), readers), read);
  assert.equal(await openText(file("PK\x03\x04", "a"), readers), read);
});

test("a reader says why it does not read; one that fails otherwise means a broken file", async () => {
  const failing = (error: Error): Readers => ({ ...readers, pdf: async () => ({ read: () => Promise.reject(error) }) });
  assert.equal(await refusal(file("%PDF-"), failing(new RefusedError("scanned"))), "scanned");
  assert.equal(await refusal(file("%PDF-"), failing(new Error("bad"))), "broken");
});

test("a reader that does not arrive is told as such", async () => {
  assert.equal(await refusal(file("%PDF-"), { ...readers, pdf: () => Promise.reject(new Error("offline")) }), "no_reader");
});
