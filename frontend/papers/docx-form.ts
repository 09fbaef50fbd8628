/** What is to be filled in by hand or in Word: boxes with their labels, and empty tables. */

import { HeightRule, Paragraph, Table, TableCell, TableRow, WidthType } from "docx";
import type { Grid, Node } from "../contract/folder.js";
import { clean } from "../lib/printable-text.js";
import { SHADE } from "./colours.js";
import { BOXED } from "./docx-styles.js";

/** Of the whole width, what the labels take. */
const LABELS = 0.36;
/** Heights in twentieths of a point: a line to write on, and a row of a table to write in. */
const LINE = 340;
const ROW = 520;

/** A label with its hint at the left, and at the right what stands there already or room to write. */
export function form(fields: NonNullable<Node["fields"]>, width: number): Table {
  const label = Math.floor(width * LABELS);
  const rows = fields.map((field) => {
    return row([named(field.label, field.hint), cell([text(field.text, "Cell")])], field.lines * LINE);
  });
  return boxed(rows, [label, width - label]);
}

/** A heading that repeats on each page, over rows to write in. */
export function blankTable({ columns, shares, rows }: Grid, width: number): Table {
  const head = row(columns.map(({ title, hint }) => named(title, hint)), LINE, true);
  const body = rows.map((texts) => row(texts.map((content) => cell([text(content, "Cell")])), ROW));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return boxed([head, ...body], shares.map((share) => Math.floor((width * share) / whole)));
}

function boxed(rows: TableRow[], columnWidths: number[]): Table {
  const size = columnWidths.reduce((sum, width) => sum + width, 0);
  return new Table({
    rows,
    columnWidths,
    borders: BOXED,
    width: { size, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90, marginUnitType: WidthType.DXA },
  });
}

function row(children: TableCell[], height: number, tableHeader = false): TableRow {
  return new TableRow({ children, tableHeader, cantSplit: true, height: { value: height, rule: HeightRule.ATLEAST } });
}

function named(label: string, hint: string): TableCell {
  return cell([text(label, "CellHead"), ...(hint ? [text(hint, "Hint")] : [])], SHADE);
}

function cell(children: Paragraph[], fill?: string): TableCell {
  return new TableCell({ children, ...(fill ? { shading: { fill } } : {}) });
}

function text(content: string, style: string): Paragraph {
  return new Paragraph({ style, text: clean(content) });
}
