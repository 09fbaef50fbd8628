/** What cells of a workbook hold: texts that are shared, and numbers that are days by how they are shown. */

import type { Cell } from "../contract/files.js";
import { RefusedListError } from "./opened-list.js";
import { goThrough, type Parts, type WorkbookPlan } from "./xlsx-parts.js";

/** What is shown as it stands, or says only for whom; but not hours, minutes or seconds that go on counting. */
const NO_FORMAT = /".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]/g;
const DAY_OR_TIME = /(?<![_\\])[dmhys]/i;
const LASTS = /\[(?:hh?|mm?|ss?)\]/i;
/** The formats that every workbook has without saying so. */
const BUILT_IN: Record<number, Shown> = { 46: "duration" };
for (const id of [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 47]) {
  BUILT_IN[id] = "day";
}
const MS_OF_DAY = 86_400_000;
const ISO = /^\d{4}-\d{2}-\d{2}/;

type Shown = "day" | "duration" | "number";

export interface Values {
  shared: string[];
  /** How a number is shown, by the number of its style. */
  styles: Shown[];
  from1904: boolean;
}

export function valuesOf(parts: Parts, { strings, styles, from1904 }: WorkbookPlan): Values {
  return {
    shared: strings === null ? [] : sharedStrings(parts[strings]),
    styles: styles === null ? [] : shownBy(parts[styles]),
    from1904,
  };
}

/** The texts, each of all its runs; how one is read aloud is left out. */
function sharedStrings(part: Uint8Array | undefined): string[] {
  const found: string[] = [];
  let text = "";
  let isText = false;
  let isAloud = false;
  goThrough(part, {
    begun(name) {
      text = name === "si" ? "" : text;
      isAloud ||= name === "rPh";
      isText = name === "t" && !isAloud;
    },
    text: (more) => void (text += isText ? more : ""),
    ended(name) {
      isText = false;
      isAloud &&= name !== "rPh";
      if (name === "si") {
        found.push(text.replaceAll("x005F_", ""));
      }
    },
  });
  return found;
}

function shownBy(part: Uint8Array | undefined): Shown[] {
  const own = new Map<number, Shown>();
  const styles: Shown[] = [];
  let isOfCells = false;
  goThrough(part, {
    begun(name, attributes) {
      isOfCells ||= name === "cellXfs";
      if (name === "numFmt") {
        const { numFmtId: id, formatCode: code = "" } = attributes();
        own.set(Number(id), shownAs(code));
      } else if (name === "xf" && isOfCells) {
        const id = Number(attributes()["numFmtId"] ?? 0);
        styles.push(own.get(id) ?? BUILT_IN[id] ?? "number");
      }
    },
    ended: (name) => void (isOfCells &&= name !== "cellXfs"),
  });
  return styles;
}

export function shownAs(format: string): Shown {
  const positive = (format.split(";")[0] ?? "").replaceAll(NO_FORMAT, "");
  if (!DAY_OR_TIME.test(positive)) {
    return "number";
  }
  return LASTS.test(positive) ? "duration" : "day";
}

/** A cell by its type, its style and what it says. */
export function valueOf(type: string, style: number, text: string, values: Values): Cell {
  switch (type) {
    case "n":
      return numberOf(text, values.styles[style] ?? "number", values.from1904);
    case "s":
      return values.shared[wholeOf(text)] ?? broken();
    case "b":
      return wholeOf(text) !== 0;
    case "d":
      return ISO.exec(text)?.[0] ?? broken();
    default:
      return text;
  }
}

function numberOf(text: string, shown: Shown, from1904: boolean): Cell {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) {
    return broken();
  }
  if (shown === "duration") {
    return durationOf(number);
  }
  return shown === "day" ? dayOf(number, from1904) : number;
}

/** A day that is counted; one with no day is a time. */
function dayOf(number: number, from1904: boolean): string {
  if (number >= 0 && number < 1) {
    return new Date(Math.round(number * MS_OF_DAY)).toISOString().slice(11, 19);
  }
  // Programs count a 29 February 1900 that never was.
  const day = !from1904 && number > 0 && number < 60 ? number + 1 : number;
  const moment = new Date((from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)) + Math.round(day * MS_OF_DAY));
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999 ? moment.toISOString().slice(0, 10) : "#VALUE!";
}

function durationOf(days: number): string {
  const seconds = Math.floor(Math.round(days * MS_OF_DAY) / 1000);
  const [whole, rest] = [Math.floor(seconds / 86_400), ((seconds % 86_400) + 86_400) % 86_400];
  const [hours, minutes] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60];
  const time = `${hours}:${twoDigits(minutes)}:${twoDigits(rest % 60)}`;
  return whole === 0 ? time : `${whole} day${Math.abs(whole) === 1 ? "" : "s"}, ${time}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function wholeOf(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : broken();
}

function broken(): never {
  throw new RefusedListError("broken");
}
