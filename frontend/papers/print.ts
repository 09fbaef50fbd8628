/** Print: a paper, shown in print alone, with what each page must say about itself. */

import type { Node, Paper, Table } from "../contract/folder.js";

type Content = HTMLElement | string | null | Content[];

const ID = "kmop-folder";
/** On the page while a paper is what gets printed. */
const PRINTING = "kmop-printing";

/** What a reader does to a page that no preview lies over. */
const USES = ["keydown", "pointerdown", "pointermove", "wheel"];
/** How long after it was asked for the preview may come. */
const PREVIEW_MS = 10_000;

/** Takes away the paper that was printed last. */
let putBack = (): void => undefined;

/** Print a paper; the page itself is as it was once that is over. */
export function printPaper(paper: Paper): void {
  putBack();
  const root = document.createElement("section");
  root.id = ID;
  document.body.append(root);
  const { title } = document;
  const margins = marginsOf(paper);
  fill(root, [cover(paper), paper.sections.map((section) => nodeElement(section, 2))]);
  document.title = paper.file; // browsers propose it as the name of a PDF
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, margins];
  document.documentElement.classList.add(PRINTING);
  putBack = (): void => {
    putBack = () => undefined;
    document.documentElement.classList.remove(PRINTING);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== margins);
    document.title = title;
    root.remove();
  };
  whenOver(() => putBack());
  window.print();
}

/**
 * Wait until nothing more of it is printed. Phones return from `print` before the preview is there, end it too early
 * or never, and draw it anew for other paper: it is over when the reader uses the page again, or prints once more.
 */
function whenOver(act: () => void): void {
  const asked = Date.now();
  const listening = new AbortController();
  const { signal } = listening;
  let isBegun = false;
  const over = (): void => {
    listening.abort();
    act();
  };
  for (const type of USES) {
    window.addEventListener(type, over, { signal, capture: true, passive: true });
  }
  window.addEventListener(
    "beforeprint",
    () => {
      if (isBegun || Date.now() - asked > PREVIEW_MS) {
        over();
      }
      isBegun = true;
    },
    { signal },
  );
}

/** What stands in the margins of every page. It is text of the catalogue, so no style sheet can hold it. */
function marginsOf(paper: Paper): CSSStyleSheet {
  const running = [paper.title, paper.candidate].filter((text) => text !== null).join(" · ");
  const numbers = paper.page.flatMap(({ text, field }) => {
    return field === null ? [quoted(text)] : [quoted(text), `counter(${field})`];
  });
  const cover = paper.contents === null ? "" : "@page :first { @top-left { content: none; } }";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page {
    size: A4;
    margin: 22mm 20mm 20mm;
    color: #4a5b5d;
    font: 8pt Figtree, sans-serif;
    @top-left { content: ${quoted(running)}; }
    @bottom-left { content: ${quoted(`${paper.origin} ${paper.date}`)}; }
    @bottom-right { content: ${numbers.join(" ")}; }
  }
  ${cover}`);
  return sheet;
}

/** A text as a string of CSS: anything but plain letters and digits by its number. */
function quoted(text: string): string {
  const escaped = text.replaceAll(/[^ \p{L}\p{N}]/gu, (sign) => {
    return `\\${(sign.codePointAt(0) ?? 0).toString(16)} `;
  });
  return `"${escaped}"`;
}

/** A page of its own with the contents on it, or the head of the first page. */
function cover(paper: Paper): HTMLElement {
  const notice = paper.notice ?? element("strong", {}, paper.origin); // the margin of every page says the other
  return element("header", paper.contents === null ? {} : { class: "kmop-paper__cover" }, [
    element("h1", {}, paper.title),
    paper.candidate && element("p", { class: "kmop-paper__candidate" }, paper.candidate),
    element("p", {}, paper.date),
    facts(paper.about),
    element("p", {}, notice),
    paper.empty && element("p", { class: "kmop-paper__notice" }, paper.empty),
    paper.contents && contents(paper.contents, paper),
  ]);
}

function contents(title: string, { sections }: Paper): Content {
  const items = sections.map((section) => element("li", {}, section.title));
  return [element("p", { class: "kmop-paper__list" }, title), element("ol", {}, items)];
}

function nodeElement(node: Node, level: number): HTMLElement {
  const leaf: Record<string, string> = node.nodes.length === 0 ? { "data-leaf": "" } : {};
  const place: Record<string, string> = node.new_page ? { "data-new-page": "" } : {};
  return element("section", { class: `kmop-paper kmop-paper--${level}`, "data-node": node.id, ...leaf, ...place }, [
    element("div", { class: "kmop-paper__head" }, [heading(node, level), node.text && element("p", {}, node.text)]),
    facts(node.facts),
    node.lists.map(list),
    node.table && table(node.table),
    node.nodes.map((inner) => nodeElement(inner, level + 1)),
  ]);
}

function heading(node: Node, level: number): HTMLElement {
  const labels = node.labels.flatMap((label) => [" ", element("span", { class: "kmop-paper__label" }, label)]);
  return element(`h${Math.min(level, 6)}`, {}, [box(node.ticked), node.title, labels]);
}

/** A box for a pen; the state beside it says the same in words. */
function box(ticked: boolean | null): Content {
  const mark: Record<string, string> = ticked ? { "data-ticked": "" } : {};
  return ticked === null ? null : element("span", { class: "kmop-paper__box", "aria-hidden": "true", ...mark }, []);
}

function facts(all: Node["facts"]): Content {
  const one = (fact: { label: string; text: string }): HTMLElement =>
    element("div", {}, [element("dt", {}, fact.label), element("dd", {}, fact.text)]);
  return all.length ? element("dl", {}, all.map(one)) : null;
}

function list({ label, points }: Node["lists"][number]): Content {
  const items = points.map((point) => element("li", {}, point));
  return [element("p", { class: "kmop-paper__list" }, label), element("ul", {}, items)];
}

function table({ caption, columns, shares, rows, ticked, total }: Table): HTMLElement {
  const row = (cells: string[], tick: boolean | null = null): HTMLElement => {
    const [first = "", ...others] = cells;
    const named = element("th", { scope: "row" }, [box(tick), inLines(first)]);
    return element("tr", {}, [named, ...others.map((cell) => element("td", {}, cell))]);
  };
  const head = element("tr", {}, columns.map((column) => title(column, "col")));
  return element("table", {}, [
    caption ? element("caption", {}, caption) : null,
    shares && element("colgroup", {}, shares.map((share) => element("col", { width: `${share}%` }, null))),
    element("thead", {}, head),
    element("tbody", {}, rows.map((cells, at) => row(cells, ticked?.[at] ?? null))),
    total && element("tfoot", {}, row(total)),
  ]);
}

/** What a row is called after; where it has more than one line, the first is its title. */
function inLines(text: string): Content {
  const [first = "", ...rest] = text.split("\n");
  return rest.length ? [element("strong", {}, first), element("div", {}, rest.join("\n"))] : text;
}

function title(text: string, scope: "col"): HTMLElement {
  return element("th", { scope }, text);
}

/** Texts only ever become text: nothing in them is taken as markup. */
function element(name: string, attributes: Record<string, string>, content: Content): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  fill(made, content);
  return made;
}

function fill(parent: HTMLElement, content: Content): void {
  if (Array.isArray(content)) {
    content.forEach((inner) => fill(parent, inner));
  } else if (content !== null) {
    parent.append(content);
  }
}
