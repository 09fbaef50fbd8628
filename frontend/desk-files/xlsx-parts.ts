/** The parts of a workbook: unpacked within limits, and gone through by events, since a large list would fill a tree. */

import { strFromU8, unzipSync } from "fflate";
import { Parser } from "saxen";
import { RefusedListError } from "./opened-list.js";

const MOST_UNPACKED = 80_000_000;
const MAIN = "xl/workbook.xml";
const IS_READ = /\.(?:xml|rels)$/;

const BY_NUMBER = /&#(?:x([\da-f]+)|(\d+));/gi;

type Decode = (text: string) => string;
export type Parts = Record<string, Uint8Array>;

/** @throws RefusedListError when it is no workbook, or would become too large */
export function unpacked(bytes: Uint8Array): Parts {
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      size += originalSize;
      if (size > MOST_UNPACKED) {
        throw new RefusedListError("too_large");
      }
      return IS_READ.test(name);
    },
  });
  if (parts[MAIN] === undefined) {
    throw new RefusedListError("not_a_list");
  }
  return parts;
}

/** What is told of an element that begins; its name without what stands before it. */
type Begun = (name: string, attributes: () => Record<string, string>) => void;

export interface Listener {
  begun?: Begun;
  text?(text: string): void;
  ended?(name: string): void;
}

/** Go through a part; one with a document type is refused, since that lets texts grow. */
export function goThrough(part: Uint8Array | undefined, { begun, text, ended }: Listener): void {
  if (part === undefined) {
    throw new RefusedListError("broken");
  }
  const xml = strFromU8(part).replaceAll(/\r\n?/g, "\n");
  if (xml.includes("<!DOCTYPE")) {
    throw new RefusedListError("broken");
  }
  const parser = new Parser();
  parser.on("openTag", (name, attributes, decode) => begun?.(local(name), () => withTexts(attributes(), decode)));
  parser.on("text", (found, decode) => text?.(textOf(found, decode)));
  parser.on("cdata", (found) => text?.(found));
  parser.on("closeTag", (name) => ended?.(local(name)));
  parser.on("error", (error) => {
    throw error;
  });
  parser.parse(xml);
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function withTexts(attributes: Record<string, string>, decode: Decode): Record<string, string> {
  for (const [name, value] of Object.entries(attributes)) {
    attributes[name] = textOf(value, decode);
  }
  return attributes;
}

/** A text with what it refers to by name or number; the parser knows no numbers of more than two bytes. */
function textOf(text: string, decode: Decode): string {
  return text.includes("&") ? decode(text.replaceAll(BY_NUMBER, character)) : text;
}

function character(reference: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isText = (code >= 0x20 || [0x09, 0x0a, 0x0d].includes(code)) && !(code >= 0xd800 && code <= 0xdfff) && code <= 0x10ffff;
  if (!isText) {
    throw new RefusedListError("broken");
  }
  return code > 0xffff ? String.fromCodePoint(code) : reference;
}

export interface WorkbookPlan {
  from1904: boolean;
  sheets: { name: string; hidden: boolean; part: string }[];
  strings: string | null;
  styles: string | null;
}

/** What a workbook is made of; a sheet with a chart is none. */
export function planOf(parts: Parts): WorkbookPlan {
  const targets = new Map<string, { kind: string; part: string }>();
  goThrough(parts["xl/_rels/workbook.xml.rels"], {
    begun(name, attributes) {
      if (name === "Relationship") {
        const { Id: id = "", Type: type = "", Target: target = "" } = attributes();
        targets.set(id, { kind: type.slice(type.lastIndexOf("/") + 1), part: partOf(target) });
      }
    },
  });
  const named = (kind: string): string | null => [...targets.values()].find((each) => each.kind === kind)?.part ?? null;
  const plan: WorkbookPlan = { from1904: false, sheets: [], strings: named("sharedStrings"), styles: named("styles") };
  goThrough(parts[MAIN], {
    begun(name, attributes) {
      if (name === "workbookPr") {
        plan.from1904 = isYes(attributes()["date1904"]);
      } else if (name === "sheet") {
        const found = attributes();
        const id = Object.entries(found).find(([key]) => key.endsWith(":id"))?.[1];
        const target = targets.get(id ?? "");
        if (target?.kind === "worksheet") {
          plan.sheets.push({ name: found["name"] ?? "", hidden: (found["state"] ?? "visible") !== "visible", part: target.part });
        }
      }
    },
  });
  return plan;
}

function partOf(target: string): string {
  return decodeURI(new URL(target, "file:///xl/").pathname.slice(1));
}

export function isYes(text: string | undefined): boolean {
  return text === "1" || text === "true";
}
