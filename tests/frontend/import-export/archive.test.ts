/** An archive holds each assessment as a file that any system takes, and opens again within bounds. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { pack, unpack } from "../../../frontend/import-export/archive.ts";
import { unzip } from "./unzip.ts";

const names = async (entries: string[]): Promise<string[]> => {
  const archive = pack(entries.map((name) => ({ name, text: "{}" })));
  return Object.keys(await unzip(new Blob([archive])));
};

const reason = (bytes: Uint8Array): string => {
  const found = unpack(bytes);
  return "refusal" in found ? found.refusal : "none";
};

test("what was packed comes back as it was", async () => {
  const text = `${JSON.stringify({ title: "Zoë & co", note: "x".repeat(100_000) })}\n`;
  const found = unpack(pack([{ name: "Zoë & co", text }, { name: "", text: "{}" }]));

  assert.ok("files" in found);
  assert.deepEqual(await Promise.all(found.files.map((file) => file.text())), [text, "{}"]);
  assert.deepEqual(found.files.map(({ name }) => name), ["Zoë & co.json", "_.json"]);
});

test("names that a system would not take are made safe", async () => {
  assert.deepEqual(await names(["../../etc/passwd", "CON", 'a<b>:"c"|?*', " .verborgen. "]), [
    "etc passwd.json",
    "_CON.json",
    "a b c.json",
    "verborgen.json",
  ]);
});

test("the same name, whatever its case, is numbered", async () => {
  assert.deepEqual(await names(["Klant", "klant", "Klant"]), ["Klant.json", "klant (2).json", "Klant (3).json"]);
});

test("a long name is cut at a whole character", async () => {
  const [name = ""] = await names([`${"a".repeat(79)}😀`]);
  assert.equal(name, `${"a".repeat(79)}.json`);
});

test("files in folders are opened, and what a system adds is passed over", () => {
  const found = unpack(
    zipSync({ "map/a.json": strToU8("{}"), "__MACOSX/a.json": strToU8("x"), ".DS_Store": strToU8("x"), "lees.txt": strToU8("x") }),
  );
  assert.ok("files" in found);
  assert.deepEqual([found.files.map(({ name }) => name), found.others], [["a.json"], ["lees.txt"]]);
});

test("an archive without answers is of somebody else", () => {
  assert.equal(reason(zipSync({ "foto.jpg": strToU8("x") })), "foreign");
});

test("what is no archive, or half of one, is broken", () => {
  const whole = pack([{ name: "a", text: "x".repeat(1000) }]);
  assert.equal(reason(strToU8("PK\u0003\u0004 and no more")), "broken");
  assert.equal(reason(whole.subarray(0, whole.length - 30)), "broken");
});

test("a file that is damaged within is broken", () => {
  const whole = pack([{ name: "a", text: JSON.stringify([...Array(500).keys()]) }]);
  whole.fill(0xff, 60, 200);
  assert.equal(reason(whole), "broken");
});

test("an encrypted archive says so", () => {
  const whole = pack([{ name: "a", text: "{}" }]);
  whole[6] = (whole[6] ?? 0) | 1;
  assert.equal(reason(whole), "encrypted");
});

test("more files than anybody keeps are refused", () => {
  const files = Object.fromEntries([...Array(1001).keys()].map((number) => [`${number}.json`, new Uint8Array()]));
  assert.equal(reason(zipSync(files, { level: 0 })), "too_many");
});

test("an archive that says that it unpacks to too much is refused", () => {
  assert.equal(reason(zipSync({ "a.json": new Uint8Array(100_000_001) })), "unpacks_too_large");
});

test("one that unpacks to more than it says is stopped (zip bomb)", () => {
  const bytes = zipSync({ "a.json": new Uint8Array(300_000_000) });
  const view = new DataView(bytes.buffer);
  const central = bytes.findLastIndex((_, at) => at + 3 < bytes.length && view.getUint32(at, true) === 0x02014b50);
  view.setUint32(22, 10, true);
  view.setUint32(central + 24, 10, true);
  assert.equal(reason(bytes), "unpacks_too_large");
});
