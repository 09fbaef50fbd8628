/** Print: the folder on paper, shown in print alone, with what each page must say about itself. */

import type { Folder, Node, Table } from "../contract/folder.js";

type Content = HTMLElement | string | null | Content[];

const ID = "kmop-folder";
/** On the page while the folder is what gets printed. */
const PRINTING = "kmop-printing";

/** What a reader does to a page that no preview lies over. */
const USES = ["keydown", "pointerdown", "pointermove", "wheel"];
/** How long after it was asked for the preview may come. */
const PREVIEW_MS = 10_000;

/** Takes away the folder that was printed last. */
let putBack = (): void => undefined;

/** Print the folder; the page itself is as it was once that is over. */
export function printFolder(folder: Folder): void {
  putBack();
  const root = document.createElement("section");
  root.id = ID;
  document.body.append(root);
  const { title } = document;
  const margins = marginsOf(folder);
  fill(root, [cover(folder), folder.sections.map((section) => nodeElement(section, 2))]);
  document.title = folder.files.paper; // browsers propose it as the name of a PDF
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
function marginsOf(folder: Folder): CSSStyleSheet {
  const running = [folder.title, folder.candidate].filter((text) => text !== null).join(" · ");
  const numbers = folder.page.flatMap(({ text, field }) => {
    return field === null ? [quoted(text)] : [quoted(text), `counter(${field})`];
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page {
    size: A4;
    margin: 22mm 16mm 20mm;
    color: #000;
    font: 8pt sans-serif;
    @top-left { content: ${quoted(running)}; }
    @top-right { content: ${quoted(folder.unverified)}; }
    @bottom-left { content: ${quoted(`${folder.unverified} ${folder.date}`)}; }
    @bottom-right { content: ${numbers.join(" ")}; }
  }`);
  return sheet;
}

/** A text as a string of CSS: anything but plain letters and digits by its number. */
function quoted(text: string): string {
  const escaped = text.replaceAll(/[^ \p{L}\p{N}]/gu, (sign) => {
    return `\\${(sign.codePointAt(0) ?? 0).toString(16)} `;
  });
  return `"${escaped}"`;
}

function cover(folder: Folder): HTMLElement {
  const notice = [element("strong", {}, folder.unverified), ` ${folder.notice}`];
  return element("header", {}, [
    element("h1", {}, folder.title),
    folder.candidate && element("p", { class: "kmop-paper__candidate" }, folder.candidate),
    element("p", {}, folder.date),
    element("p", { class: "kmop-paper__notice" }, notice),
    folder.empty && element("p", { class: "kmop-paper__notice" }, folder.empty),
  ]);
}

function nodeElement(node: Node, level: number): HTMLElement {
  const leaf: Record<string, string> = node.nodes.length === 0 ? { "data-leaf": "" } : {};
  return element("section", { class: `kmop-paper kmop-paper--${level}`, "data-node": node.id, ...leaf }, [
    element("div", { class: "kmop-paper__head" }, [heading(node, level), node.text && element("p", {}, node.text)]),
    facts(node),
    node.lists.map(list),
    node.table && table(node.table),
    node.nodes.map((inner) => nodeElement(inner, level + 1)),
  ]);
}

function heading(node: Node, level: number): HTMLElement {
  const labels = node.labels.flatMap((label) => [" ", element("span", { class: "kmop-paper__label" }, label)]);
  return element(`h${Math.min(level, 6)}`, {}, [box(node), node.title, labels]);
}

/** A box for a pen; the state beside it says the same in words. */
function box({ ticked }: Node): Content {
  const mark: Record<string, string> = ticked ? { "data-ticked": "" } : {};
  return ticked === null ? null : element("span", { class: "kmop-paper__box", "aria-hidden": "true", ...mark }, []);
}

function facts({ facts: all }: Node): Content {
  const one = (fact: { label: string; text: string }): HTMLElement =>
    element("div", {}, [element("dt", {}, fact.label), element("dd", {}, fact.text)]);
  return all.length ? element("dl", {}, all.map(one)) : null;
}

function list({ label, points }: Node["lists"][number]): Content {
  const items = points.map((point) => element("li", {}, point));
  return [element("p", { class: "kmop-paper__list" }, label), element("ul", {}, items)];
}

function table({ caption, columns, rows, total }: Table): HTMLElement {
  const row = (cells: string[]): HTMLElement =>
    element("tr", {}, cells.map((cell, index) => (index ? element("td", {}, cell) : title(cell, "row"))));
  const head = element("tr", {}, columns.map((column) => title(column, "col")));
  return element("table", {}, [
    element("caption", {}, caption),
    element("thead", {}, head),
    element("tbody", {}, rows.map(row)),
    total && element("tfoot", {}, row(total)),
  ]);
}

function title(text: string, scope: "row" | "col"): HTMLElement {
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
