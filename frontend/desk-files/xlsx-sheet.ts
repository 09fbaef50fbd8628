/** One sheet of a workbook: its cells where they stand, what is hidden or merged, and formulas without an outcome. */

import type { Cell, Sheet } from "../contract/files.js";
import { MOST_COLUMNS, MOST_ROWS, RefusedListError } from "./opened-list.js";
import { goThrough, isYes } from "./xlsx-parts.js";
import { valueOf, type Values } from "./xlsx-values.js";

/** What lies over others is not looked at cell by cell, so nobody may claim a whole sheet. */
const MOST_MERGED = 200_000;
const PLACE = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/;

/** The cell that is being read. */
interface Current {
  column: number;
  type: string;
  style: number;
  text: string;
  hasFormula: boolean;
}

export class SheetReader {
  readonly #values: Values;
  readonly #sheet: Sheet;
  #row = 0;
  #column = 0;
  #cell: Current | null = null;
  /** Whether text is the cell's own: a value, or a text that stands in the cell itself and is not to be read aloud. */
  #isText = false;
  #isAloud = false;
  #merged = 0;

  constructor(name: string, hidden: boolean, values: Values) {
    this.#values = values;
    const { from1904: from_1904 } = values;
    this.#sheet = { name, rows: [], hidden_rows: [], hidden_columns: [], merged: [], unvalued: [], from_1904, hidden };
  }

  read(part: Uint8Array | undefined): Sheet {
    goThrough(part, {
      begun: (name, attributes) => this.#begin(name, attributes),
      text: (text) => void (this.#cell && this.#isText && (this.#cell.text += text)),
      ended: (name) => this.#end(name),
    });
    return this.#sheet;
  }

  #begin(name: string, attributes: () => Record<string, string>): void {
    if (this.#cell !== null) {
      this.#isAloud ||= name === "rPh";
      this.#isText = name === "v" || (name === "t" && !this.#isAloud);
      this.#cell.hasFormula ||= name === "f";
    } else if (name === "c") {
      this.#beginCell(attributes());
    } else if (name === "row") {
      this.#beginRow(attributes());
    } else if (name === "col") {
      this.#hideColumns(attributes());
    } else if (name === "mergeCell") {
      this.#merge(attributes()["ref"] ?? "");
    }
  }

  #beginRow({ r, hidden }: Record<string, string>): void {
    this.#row = r === undefined ? this.#row + 1 : Number(r);
    this.#column = 0;
    if (isYes(hidden) && this.#row <= MOST_ROWS) {
      this.#sheet.hidden_rows.push(this.#row);
    }
  }

  #beginCell({ r = "", t = "n", s = "0" }: Record<string, string>): void {
    const place = PLACE.exec(r);
    this.#column = place === null ? this.#column + 1 : columnNumber(place[1] ?? "");
    this.#cell = { column: this.#column, type: t, style: Number(s), text: "", hasFormula: false };
  }

  #end(name: string): void {
    this.#isText = false;
    this.#isAloud &&= name !== "rPh";
    if (name === "c" && this.#cell !== null) {
      this.#put(this.#cell);
      this.#cell = null;
    }
  }

  #put({ column, type, style, text, hasFormula }: Current): void {
    if (text === "" && !hasFormula) {
      return;
    }
    if (this.#row > MOST_ROWS || column > MOST_COLUMNS) {
      throw new RefusedListError("too_many_rows");
    }
    const { rows, unvalued } = this.#sheet;
    while (rows.length < this.#row) {
      rows.push([]);
    }
    if (text === "") {
      unvalued.push([this.#row, column]);
      return;
    }
    const row = rows[this.#row - 1] as Cell[];
    while (row.length < column - 1) {
      row.push(null);
    }
    row[column - 1] = valueOf(type, style, text, this.#values);
  }

  #hideColumns({ hidden, min = "1", max = "1" }: Record<string, string>): void {
    if (isYes(hidden)) {
      for (let column = Number(min); column <= Math.min(Number(max), MOST_COLUMNS); column += 1) {
        this.#sheet.hidden_columns.push(column);
      }
    }
  }

  #merge(reference: string): void {
    const [first, last] = reference.split(":").map((end) => PLACE.exec(end));
    if (first && last) {
      const [top, left, bottom, right] = [Number(first[2]), columnNumber(first[1]), Number(last[2]), columnNumber(last[1])];
      this.#sheet.merged.push([top, left, bottom, right]);
      this.#merged += (bottom - top + 1) * (right - left + 1);
    }
    if (this.#merged > MOST_MERGED) {
      throw new RefusedListError("too_many_rows");
    }
  }
}

function columnNumber(letters = ""): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
