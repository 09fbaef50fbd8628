/** The folder as a document of Word: headings, boxes and tables that it knows as such, and every text as it is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Folder, Node } from "../../../frontend/contract/folder.ts";
import { asDocx } from "../../../frontend/import-export/docx.ts";
import { CLEAN, everywhere, folder, NASTY, node, PLACES } from "./folders.ts";
import { unzip } from "./unzip.ts";

async function files(sections: Node[], given: Partial<Folder> = {}): Promise<Record<string, string>> {
  return unzip(await asDocx(folder(sections, given), "nl"));
}

/** The document itself, without what surrounds its paragraphs and tables. */
async function body(...sections: Node[]): Promise<string> {
  return (await files(sections))["word/document.xml"] ?? "";
}

/** The texts in a piece of the document, each as it is read. */
function texts(xml: string): string[] {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => unescaped(text));
}

function paragraphs(xml: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => paragraph);
}

function unescaped(text: string): string {
  const signs: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
  return text.replaceAll(/&\w+;/g, (sign) => signs[sign] ?? sign);
}

test("every text is there as text, without what no document can hold", async () => {
  const found = texts(await body(everywhere(NASTY)));

  assert.deepEqual(PLACES.filter((place) => !found.includes(`${place} ${CLEAN}`)), []);
});

test("a new line in a text is one in the document", async () => {
  assert.match(await body(node("a", { text: "one\r\ntwo" })), />one<\/w:t><\/w:r><w:r><w:br\/><w:t[^>]*>two</);
});

test("a part within another has a heading of a level lower, down to the fourth", async () => {
  const deep = ["e", "d", "c", "b", "a"].reduce<Node[]>((nodes, title) => [node(title, { nodes })], []);

  const levels = [...(await body(...deep)).matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, level]) => level);

  assert.deepEqual(levels, ["1", "2", "3", "4", "4"]);
});

for (const [ticked, value] of [[true, "1"], [false, "0"]] as const) {
  test(`a box is ${ticked ? "ticked" : "open"} as it is on the page`, async () => {
    assert.match(await body(node("a", { ticked })), new RegExp(`<w14:checked w14:val="(${value}|${ticked})"/>`));
  });
}

test("what is nothing to tick has no box", async () => {
  assert.equal((await body(node("a"))).includes("w14:checkbox"), false);
});

test("a table begins with its columns, which come back on every page, and ends with its sum", async () => {
  const table = { caption: "x", columns: ["c1", "c2"], rows: [["1", "2"], ["3", "4"]], total: ["sum", "5"] };
  const rows = [...(await body(node("a", { table }))).matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);

  assert.deepEqual(rows.map(texts), [["c1", "c2"], ["1", "2"], ["3", "4"], ["sum", "5"]]);
  assert.deepEqual(rows.map((row) => row.includes("<w:tblHeader/>")), [true, false, false, false]);
});

test("two tables that follow each other stay two", async () => {
  const table = { caption: "", columns: ["c"], rows: [], total: null };
  const found = await body(node("a", { facts: [{ label: "f", text: "g" }], table }), node("b"));

  assert.equal(/<\/w:tbl><w:tbl>/.test(found), false);
  assert.equal(found.split("<w:tbl>").length, 3);
});

test("what belongs together stays on one page: a title with what follows, and a row of a table", async () => {
  const found = await body(everywhere("x"), node("alone", { text: "last" }));

  const kept = paragraphs(found).filter((xml) => xml.includes("<w:keepNext/>")).flatMap(texts);
  assert.deepEqual(kept, ["title x", "label x", "text x", "list x", "caption x", "alone"]);
  assert.equal(found.split("<w:cantSplit/>").length, found.split("<w:tr>").length);
});

test("what stands for the rest stands out: labels, columns and captions", async () => {
  const found = paragraphs(await body(everywhere("x")));

  const inLook = (look: RegExp) => found.filter((xml) => look.test(xml)).flatMap(texts);
  assert.deepEqual(inLook(/<w:b\/>/), ["fact x", "list x", "caption x", "column x"]);
  assert.deepEqual(inLook(/<w:i\/>/), ["label x"]);
});

test("tables are as wide as the page, and one of facts has no head", async () => {
  const table = { caption: "", columns: ["c1", "c2", "c3"], rows: [], total: null };
  const found = await body(node("a", { facts: [{ label: "f", text: "g" }], table }));

  const widths = [...found.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gs)].map(([, grid = ""]) => {
    return [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0);
  });
  assert.deepEqual(widths, [9638, 9636]);
  const cells = [...found.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
  assert.deepEqual(cells, [2800, 6838, 3212, 3212, 3212]);
  assert.equal(found.split("<w:tblHeader/>").length, 2);
});

test("a folder of somebody without a name is made by nobody else", async () => {
  const found = await files([node("a")], { candidate: null, page: [{ text: "Bladzijde", field: null }] });
  const parts = Object.entries(found).filter(([path]) => /^word\/(header|footer)\d/.test(path));
  const [footer, header] = parts.sort(([one], [other]) => one.localeCompare(other)).map(([, xml]) => xml);

  assert.match(found["docProps/core.xml"]!, /<dc:creator>Auditmap<\/dc:creator>/);
  assert.deepEqual(texts(header!), ["Auditmap · Niet nagekeken."]);
  assert.deepEqual(texts(footer!), ["Niet nagekeken. 2026-11-22. ", "Bladzijde"]);
  assert.deepEqual(texts(found["word/document.xml"]!).slice(0, 2), ["Auditmap", "2026-11-22"]);
});

test("pages are A4, and each says what it is, that nobody looked at it, and its number", async () => {
  const found = await files([node("a")]);
  const parts = Object.entries(found).filter(([path]) => /^word\/(header|footer)\d/.test(path));
  const [footer, header] = parts.sort(([one], [other]) => one.localeCompare(other)).map(([, xml]) => xml);

  assert.match(found["word/document.xml"]!, /<w:pgSz w:w="11906" w:h="16838"/);
  assert.deepEqual(texts(header!), ['Auditmap · Bakkerij "Jansen" \\ zoon · Niet nagekeken.']);
  assert.deepEqual(texts(footer!).join(""), "Niet nagekeken. 2026-11-22. Bladzijde  van ");
  assert.match(footer!, />PAGE<.*>NUMPAGES</s);
});

test("the first page says whose folder it is, of when, and that nothing was answered", async () => {
  const found = texts((await files([], { empty: "U beantwoordde nog niets." }))["word/document.xml"]!);

  assert.deepEqual(found, [
    "Auditmap",
    'Bakkerij "Jansen" \\ zoon',
    "2026-11-22",
    "Niet nagekeken. Dit is een zelftoets.",
    "U beantwoordde nog niets.",
  ]);
});
