/** A paper, printed: every text as text, in headings that skip no level, and a page that is as it was afterwards. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import type { Node } from "../../../frontend/contract/folder.ts";
import { printPaper } from "../../../frontend/papers/print.ts";
import { setGlobal } from "../globals.ts";
import { fakePage, type FakeElement, type FakePage } from "../import-export/fake-page.ts";
import { everywhere, NASTY, node, paper as paperOf, PLACES, table as tableOf } from "../import-export/folders.ts";

let page: FakePage;
let paper: EventTarget & { print(): void };
let printed: FakeElement | null;

beforeEach(() => {
  page = fakePage();
  printed = null;
  paper = Object.assign(new EventTarget(), {
    print: () => {
      printed = page.body.all.find(({ id }) => id === "kmop-folder") ?? null;
    },
  });
  setGlobal("window", paper);
});

/** What is on the page while these parts are printed. */
function print(...sections: Node[]): FakeElement {
  printPaper(paperOf(sections));
  assert.ok(printed);
  return printed;
}

function named(root: FakeElement, name: RegExp): string[] {
  return root.all.filter((element) => name.test(element.name)).map(({ text }) => text);
}

test("every text stands there as it is, and none of it is markup", () => {
  const root = print(everywhere(NASTY));

  assert.deepEqual(PLACES.filter((place) => !root.text.includes(`${place} ${NASTY}`)), []);
  assert.deepEqual(named(root, /^(b|map)$/), []);
});

test("a part within another has a heading of a level lower, down to the sixth", () => {
  const deep = ["g", "f", "e", "d", "c", "b"].reduce<Node[]>((nodes, title) => [node(title, { nodes })], []);

  const levels = print(...deep).all.map(({ name }) => name).filter((name) => /^h\d$/.test(name));

  assert.deepEqual(levels, ["h1", "h2", "h3", "h4", "h5", "h6", "h6"]);
});

test("a box is ticked as it is on the page, and what is nothing to tick has none", () => {
  const root = print(node("a", { ticked: true }), node("b", { ticked: false }), node("c"));

  const boxes = root.all.filter(({ attributes }) => attributes.get("class") === "kmop-paper__box");

  assert.deepEqual(boxes.map(({ attributes }) => attributes.has("data-ticked")), [true, false]);
  assert.ok(boxes.every(({ attributes }) => attributes.get("aria-hidden") === "true"));
});

test("what is not there leaves no empty place", () => {
  printPaper(paperOf([node("a")], { candidate: null, empty: null }));
  assert.ok(printed);

  assert.deepEqual(named(printed, /^(p|dl|ul|table|span)$/), ["2026-11-22", "Dit is een zelftoets."]);
  const [sheet = ""] = page.sheets();
  assert.match(sheet, /@top-left { content: "Auditmap"; }/);
});

test("the first page says whose folder it is, and that nothing was answered", () => {
  printPaper(paperOf([], { empty: "U beantwoordde nog niets." }));
  assert.ok(printed);

  assert.deepEqual(named(printed, /^p$/), [
    'Bakkerij "Jansen" \\ zoon',
    "2026-11-22",
    "Dit is een zelftoets.",
    "U beantwoordde nog niets.",
  ]);
});

test("a page's number can have text alone", () => {
  printPaper(paperOf([], { page: [{ text: "Bladzijde", field: null }] }));

  assert.match(page.sheets()[0]!, /@bottom-right { content: "Bladzijde"; }/);
});

test("a part without others in it is not to be cut by the end of a page", () => {
  const root = print(node("a", { nodes: [node("b")] }));

  const leaves = root.all.filter(({ attributes }) => attributes.has("data-leaf"));

  assert.deepEqual(leaves.map(({ attributes }) => attributes.get("data-node")), ["b"]);
});

test("a table tells which of its cells are titles", () => {
  const table = tableOf({ columns: ["c1", "c2"], rows: [["r", "1"]], total: ["sum", "2"] });

  const titles = print(node("a", { table })).all.filter(({ name }) => name === "th");

  const scopes = titles.map(({ attributes, text }) => [text, attributes.get("scope")]);

  assert.deepEqual(scopes, [["c1", "col"], ["c2", "col"], ["r", "row"], ["sum", "row"]]);
});

test("a row can be ticked, and one of more than one line is called after the first", () => {
  const rows = [["one\nhow", "1"], ["two", "2"]];
  const root = print(node("a", { table: tableOf({ columns: ["c1", "c2"], rows, ticked: [true, false] }) }));

  const boxes = root.all.filter(({ attributes }) => attributes.get("class") === "kmop-paper__box");
  assert.deepEqual(boxes.map(({ attributes }) => attributes.has("data-ticked")), [true, false]);
  assert.deepEqual(named(root, /^strong$/).slice(-1), ["one"]);
});

test("columns are as wide as they are given", () => {
  const root = print(node("a", { table: tableOf({ columns: ["c1", "c2"], shares: [70, 30] }) }));

  const widths = root.all.filter(({ name }) => name === "col").map(({ attributes }) => attributes.get("width"));
  assert.deepEqual(widths, ["70%", "30%"]);
});

test("a part that begins a page says so", () => {
  const root = print(node("a", { new_page: true }), node("b"));

  const parts = root.all.filter(({ attributes }) => attributes.has("data-new-page"));
  assert.deepEqual(parts.map(({ attributes }) => attributes.get("data-node")), ["a"]);
});

test("a paper with contents has a cover that lists its parts and bears no title in its margin", () => {
  printPaper(paperOf([node("a", { nodes: [node("b")] }), node("c")], { contents: "Inhoud" }));
  assert.ok(printed);

  assert.deepEqual(named(printed, /^li$/), ["a", "c"]);
  assert.match(page.sheets()[0]!, /@page :first { @top-left { content: none; } }/);
});

test("the cover tells of whom it is", () => {
  printPaper(paperOf([], { about: [{ label: "Dienst", text: "Opleiding" }] }));
  assert.ok(printed);

  assert.deepEqual(named(printed, /^d[td]$/), ["Dienst", "Opleiding"]);
});

/** A string of CSS as it is read. */
function read(quoted: string): string {
  const sign = (_: string, number: string): string => String.fromCodePoint(parseInt(number, 16));
  return quoted.slice(1, -1).replaceAll(/\\([\da-f]+) ?/g, sign);
}

test("the margins of each page say what it is and its number, whatever signs are in the texts", () => {
  let sheet = "";
  const { print: show } = paper;
  paper.print = () => {
    [sheet = ""] = page.sheets();
    show();
  };
  print(node("a"));

  const [left, below, number] = [...sheet.matchAll(/content: (.*);/g)].map(([, content = ""]) => content);
  const strings = (content = "") => [...content.matchAll(/"[^"]*"/g)].map(([text]) => read(text));
  assert.deepEqual(strings(left), ['Auditmap · Bakkerij "Jansen" \\ zoon']);
  assert.deepEqual(strings(below), ["Niet nagekeken. 2026-11-22"]);
  assert.equal(number?.replaceAll(/"[^"]*"/g, "_"), "_ counter(page) _ counter(pages)");
  assert.deepEqual(strings(number), ["Bladzijde ", " van "]);
});

test("while it is printed the page is called after the file that browsers propose, and afterwards as before", () => {
  print(node("a"));
  assert.equal(page.title(), "map");
  assert.deepEqual([...page.root.classes], ["kmop-printing"]);

  paper.dispatchEvent(new Event("keydown"));

  assert.equal(page.title(), "Zelftoets");
  assert.deepEqual([[...page.root.classes], page.sheets(), page.body.content], [[], [], []]);
});

/** What a browser does when it is asked to print, by the events that it tells of it. */
function tell(...events: string[]): void {
  events.forEach((type) => paper.dispatchEvent(new Event(type)));
}

const isThere = (): boolean => page.root.classes.has("kmop-printing");

test("a preview that comes after the browser said that all was over still shows the folder", () => {
  print(node("a"));
  tell("beforeprint", "afterprint");
  assert.ok(isThere());
});

test("a preview that comes later than the call shows the folder", () => {
  print(node("a"));
  tell("beforeprint");
  assert.ok(isThere());
});

for (const type of ["keydown", "pointerdown", "pointermove", "wheel"]) {
  test(`whoever uses the page again (${type}) prints the page, also in a browser that never says when it is over`, () => {
    print(node("a"));
    tell(type, "beforeprint");
    assert.ok(!isThere());
  });
}

test("what the browser's own menu prints next is the page", () => {
  print(node("a"));
  tell("beforeprint", "afterprint", "beforeprint");
  assert.ok(!isThere());
});

test("what is printed long after it was asked for is the page", () => {
  mock.timers.enable({ apis: ["Date"] });
  print(node("a"));
  mock.timers.tick(11_000);
  tell("beforeprint");
  mock.timers.reset();
  assert.ok(!isThere());
});

test("what is printed after the page was put back is left alone", () => {
  print(node("a"));
  tell("keydown");
  const { content } = page.body;
  tell("beforeprint", "beforeprint");
  assert.equal(page.body.content, content);
});

test("printed once more, there is one folder, of what is true then", () => {
  print(node("old"));
  const root = print(node("new"));
  assert.equal(page.title(), "map");

  assert.deepEqual(page.body.content, [root]);
  assert.equal(root.text.includes("old"), false);
});
