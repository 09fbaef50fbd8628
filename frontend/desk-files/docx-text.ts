/**
 * Text of a Word document (.docx): what a person reads of it, in paragraphs. `guide/text_check/docx_text.py` goes
 * through the same elements in the same way, so that both give the same text.
 */

import { unzipSync } from "fflate";
import { type OpenedText, RefusedError, type TextReader } from "./opened-text.js";

/** Of the parts that are read; pictures stay packed. */
const MOST_UNPACKED = 50_000_000;
const MAIN = "word/document.xml";
/** Besides the text itself, in this order: notes, and what stands above and below each page. */
const BESIDES = /^word\/(?:footnotes|endnotes|header\d*|footer\d*)\.xml$/;
/** What was taken out, what a field is made of, and what stands there a second time for older programs. */
const UNREAD = new Set(["del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr"]);
const INSTEAD: Record<string, string> = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" };
const WHITE = /^[ \t\r\n]+|[ \t\r\n]+$/g;

const reader: TextReader = {
  read(bytes): OpenedText {
    const parts = unpacked(bytes);
    const names = Object.keys(parts).filter((name) => name !== MAIN);
    const text = [MAIN, ...names.sort()].flatMap((name) => blocks(parsed(parts[name]))).join("\n\n");
    if (text.trim() === "") {
      throw new RefusedError("empty");
    }
    return { text, form: "plain", unread: 0 };
  },
};
export default reader;

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isRead = name === MAIN || BESIDES.test(name);
      size += isRead ? originalSize : 0;
      if (size > MOST_UNPACKED) {
        throw new RefusedError("too_large");
      }
      return isRead;
    },
  });
  if (parts[MAIN] === undefined) {
    throw new RefusedError("other_kind"); // some other file that is packed, such as a spreadsheet
  }
  return parts;
}

function parsed(xml: Uint8Array | undefined): Element {
  const text = new TextDecoder().decode(xml);
  const { documentElement: root } = new DOMParser().parseFromString(text, "application/xml");
  if (text.includes("<!DOCTYPE") || root.getElementsByTagName("parsererror").length > 0 || root.localName === "parsererror") {
    throw new RefusedError("broken");
  }
  return root;
}

/** The paragraphs and the rows of tables in an element, each as one text. */
function blocks(parent: Element): string[] {
  return [...parent.children].flatMap((child) => {
    if (child.localName === "p") {
      return paragraph(child);
    }
    if (child.localName === "tr") {
      const cells = [...child.children].map((cell) => blocks(cell).join("\n"));
      return filled(cells.filter((cell) => cell !== "").join("\t"));
    }
    return UNREAD.has(child.localName) ? [] : blocks(child);
  });
}

/** A paragraph, and behind it what stands in boxes that hang on it. */
function paragraph(element: Element): string[] {
  const boxes: string[] = [];
  const text = running(element, boxes);
  return [...filled(text.replace(WHITE, "")), ...boxes];
}

function running(element: Element, boxes: string[]): string {
  return [...element.children].map((child) => piece(child, boxes)).join("");
}

function piece(element: Element, boxes: string[]): string {
  const { localName: name } = element;
  if (name === "t") {
    const text = element.textContent ?? "";
    return element.getAttribute("xml:space") === "preserve" ? text : text.replace(WHITE, "");
  }
  if (name === "txbxContent") {
    boxes.push(...blocks(element));
    return "";
  }
  return UNREAD.has(name) || isHidden(element) ? "" : (INSTEAD[name] ?? running(element, boxes));
}

/** Whether a run of text is one that Word does not show. */
function isHidden(element: Element): boolean {
  const properties = element.localName === "r" ? [...element.children].find(({ localName }) => localName === "rPr") : undefined;
  return [...(properties?.children ?? [])].some(({ localName }) => localName === "vanish");
}

function filled(text: string): string[] {
  return text === "" ? [] : [text];
}
