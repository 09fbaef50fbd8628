/** What is to be filled in, in Word: boxes with their labels, and tables to write in. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Node, Paper } from "../../../frontend/contract/folder.ts";
import { asDocx } from "../../../frontend/papers/docx.ts";
import { node, paper } from "../import-export/folders.ts";
import { unzip } from "../import-export/unzip.ts";

const FIELD = { label: "Naam", hint: "Van wie?", text: "", lines: 1 };

async function body(section: Node, given: Partial<Paper> = {}): Promise<string> {
  return (await unzip(await asDocx(paper([section], given), "nl")))["word/document.xml"] ?? "";
}

function cells(xml: string): string[] {
  return [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join("|"));
}

test("a field has its label and hint beside room to write", async () => {
  assert.deepEqual(cells(await body(node("a", { fields: [FIELD] }))), ["Naam|Van wie?", ""]);
});

test("what is known stands in the field already", async () => {
  assert.deepEqual(cells(await body(node("a", { fields: [{ ...FIELD, hint: "", text: "Nova" }] }))), ["Naam", "Nova"]);
});

test("a field of more lines is as many times as high", async () => {
  const xml = await body(node("a", { fields: [FIELD, { ...FIELD, lines: 3 }] }));
  const heights = [...xml.matchAll(/<w:trHeight w:val="(\d+)"/g)].map(([, height]) => Number(height));
  assert.equal(heights[1], 3 * (heights[0] ?? 0));
});

test("the heading of a table to write in comes back on each page", async () => {
  const grid = { columns: [{ title: "Klant", hint: "" }, { title: "Dag", hint: "Welke?" }], shares: [2, 1], rows: [["", ""], ["", ""]] };
  const xml = await body(node("a", { grid }));

  assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, 1);
  assert.deepEqual(cells(xml), ["Klant", "Dag|Welke?", "", "", "", ""]);
});

test("two tables of one part do not touch", async () => {
  const grid = { columns: [{ title: "Klant", hint: "" }], shares: [1], rows: [[""]] };
  assert.match(await body(node("a", { fields: [FIELD], grid })), /<\/w:tbl><w:p>/);
});

test("a list without a label has no empty line before it", async () => {
  const xml = await body(node("a", { lists: [{ label: "", points: ["een"] }] }));
  assert.doesNotMatch(xml.slice(xml.indexOf("Heading1")), /<w:t xml:space="preserve"><\/w:t>/);
});

for (const [landscape, width, height] of [[false, 11906, 16838], [true, 16838, 11906]] as const) {
  test(`pages ${landscape ? "lie on their side" : "stand upright"} as the paper says`, async () => {
    assert.match(await body(node("a"), { landscape }), new RegExp(`<w:pgSz w:w="${width}" w:h="${height}"`));
  });
}
