/** A paper as a document of Word: headings, boxes and tables that it knows as such, and every text as it is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Node, Paper } from "../../../frontend/contract/folder.ts";
import { asDocx } from "../../../frontend/papers/docx.ts";
import { CLEAN, everywhere, NASTY, node, paper, PLACES, table as tableOf } from "../import-export/folders.ts";
import { unzip } from "../import-export/unzip.ts";

async function files(sections: Node[], given: Partial<Paper> = {}): Promise<Record<string, string>> {
  return unzip(await asDocx(paper(sections, given), "nl"));
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
  const table = tableOf({ columns: ["c1", "c2"], rows: [["1", "2"], ["3", "4"]], total: ["sum", "5"] });
  const rows = [...(await body(node("a", { table }))).matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);

  assert.deepEqual(rows.map(texts), [["c1", "c2"], ["1", "2"], ["3", "4"], ["sum", "5"]]);
  assert.deepEqual(rows.map((row) => row.includes("<w:tblHeader/>")), [true, false, false, false]);
});

test("two tables that follow each other stay two", async () => {
  const table = tableOf({ columns: ["c"] });
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
  assert.deepEqual(inLook(/<w:b\/>/).slice(1), ["fact x", "list x", "caption x", "sum x"]);
  assert.deepEqual(inLook(/"CellHead"/), ["column x"]);
  assert.deepEqual(inLook(/<w:i\/>/), ["label x"]);
});

test("tables are as wide as the page, and one of facts has no head", async () => {
  const table = tableOf({ columns: ["c1", "c2", "c3"] });
  const found = await body(node("a", { facts: [{ label: "f", text: "g" }], table }));

  const widths = [...found.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gs)].map(([, grid = ""]) => {
    return [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0);
  });
  assert.deepEqual(widths, [9638, 9636]);
  const cells = [...found.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
  assert.deepEqual(cells, [3000, 6638, 3212, 3212, 3212]);
  assert.equal(found.split("<w:tblHeader/>").length, 2);
});

test("a paper of somebody without a name is made by nobody else", async () => {
  const found = await files([node("a")], { candidate: null, page: [{ text: "Bladzijde", field: null }] });
  const parts = Object.entries(found).filter(([path]) => /^word\/(header|footer)\d/.test(path));
  const [footer, header] = parts.sort(([one], [other]) => one.localeCompare(other)).map(([, xml]) => xml);

  assert.match(found["docProps/core.xml"]!, /<dc:creator>Auditmap<\/dc:creator>/);
  assert.deepEqual(texts(header!), ["Auditmap"]);
  assert.deepEqual(texts(footer!), ["Niet nagekeken. 2026-11-22", "Bladzijde"]);
  assert.deepEqual(texts(found["word/document.xml"]!).slice(0, 2), ["Auditmap", "2026-11-22"]);
});

test("pages are A4, and each says what it is, that nobody looked at it, and its number", async () => {
  const found = await files([node("a")]);
  const parts = Object.entries(found).filter(([path]) => /^word\/(header|footer)\d/.test(path));
  const [footer, header] = parts.sort(([one], [other]) => one.localeCompare(other)).map(([, xml]) => xml);

  assert.match(found["word/document.xml"]!, /<w:pgSz w:w="11906" w:h="16838"/);
  assert.deepEqual(texts(header!), ['Auditmap · Bakkerij "Jansen" \\ zoon']);
  assert.deepEqual(texts(footer!).join(""), "Niet nagekeken. 2026-11-22Bladzijde  van ");
  assert.match(footer!, />PAGE<.*>NUMPAGES</s);
});

test("the first page says whose paper it is, of when, and that nothing was answered", async () => {
  const found = texts((await files([], { empty: "U beantwoordde nog niets." }))["word/document.xml"]!);

  assert.deepEqual(found, [
    "Auditmap",
    'Bakkerij "Jansen" \\ zoon',
    "2026-11-22",
    "Dit is een zelftoets.",
    "U beantwoordde nog niets.",
  ]);
});

test("columns are as wide as they are given", async () => {
  const table = tableOf({ columns: ["c1", "c2"], shares: [70, 30] });

  const [grid = ""] = (await body(node("a", { table }))).match(/<w:tblGrid>.*?<\/w:tblGrid>/s) ?? [];

  assert.deepEqual([...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)), [6746, 2891]);
});

test("a row that can be ticked has a box, ticked as it is on the page", async () => {
  const table = tableOf({ columns: ["c"], rows: [["1"], ["2"]], ticked: [true, false] });

  const boxes = [...(await body(node("a", { table }))).matchAll(/<w14:checked w14:val="(\w+)"\/>/g)];

  assert.deepEqual(boxes.map(([, value]) => value === "1" || value === "true"), [true, false]);
});

test("a part that begins a page does so in Word too", async () => {
  const found = paragraphs(await body(node("a", { new_page: true }), node("b")));

  assert.deepEqual(found.filter((xml) => /<w:pageBreakBefore\/>/.test(xml)).flatMap(texts), ["a"]);
});

test("the contents are a field of Word that lists the parts, and that Word does not ask to update", async () => {
  const found = await body(node("a"));
  const listed = (await files([node("a", { nodes: [node("b")] }), node("c")], { contents: "Inhoud" }))["word/document.xml"]!;

  assert.equal(found.includes("TOC"), false);
  assert.match(listed, /<w:instrText[^>]*>TOC /);
  assert.equal(/w:dirty="(true|1)"/.test(listed), false);
  const [, field = ""] = /<w:sdtContent>(.*?)<\/w:sdtContent>/s.exec(listed) ?? [];
  assert.deepEqual(texts(field), ["a", "c"]);
});

test("the cover has no title in its margin, and a number as every page", async () => {
  const found = await files([node("a")], { contents: "Inhoud" });

  assert.match(found["word/document.xml"]!, /<w:titlePg\/>/);
  assert.equal(found["word/document.xml"]!.match(/<w:footerReference w:type="(first|default)"/g)?.length, 2);
});

test("the font is ours, and Word is told what to take where it is missing", async () => {
  const found = await files([node("a")]);

  assert.match(found["word/styles.xml"]!, /w:ascii="Figtree"/);
  assert.match(found["word/fontTable.xml"]!, /w:name="Figtree"><w:altName w:val="Calibri"\/>/);
});

test("headings have room before them and stay with what follows", async () => {
  const [, style = ""] = /w:styleId="Heading1">(.*?)<\/w:style>/s.exec((await files([node("a")]))["word/styles.xml"]!) ?? [];

  assert.match(style, /<w:keepNext\/>/);
  assert.match(style, /w:before="400"/);
});

test("the document says what it was made with, where no reader sees it", async () => {
  const made = await files([], { receipt: { format: "kmop-receipt/1", kind: "plan" } });
  const property = /name="kmop-receipt"[^>]*><vt:lpwstr>([^<]*)</.exec(made["docProps/custom.xml"] ?? "");

  assert.deepEqual(JSON.parse(unescaped(property?.[1] ?? "")), { format: "kmop-receipt/1", kind: "plan" });
});

test("a template says nothing of the kind", async () => {
  assert.equal((await files([]))["docProps/custom.xml"]?.includes("kmop-receipt") ?? false, false);
});
