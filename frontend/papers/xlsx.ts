/** A list as a workbook: a heading that stays in sight, columns that know what they take, and a sheet that explains. */

import writeExcelFile, { type CellObject, type Row, type Sheet } from "write-excel-file/browser";
import type { Workbook } from "../contract/template.js";
import { clean } from "../lib/printable-text.js";
import { INK, LINE, SHADE } from "./colours.js";
import { normalStyle, onePageWide, validations } from "./xlsx-features.js";

/** How many rows are ready to fill in. */
const ROWS = 100;
/** How high a line of text is, in points. */
const HEIGHT = 15;
const BORDER = { borderStyle: "thin", borderColor: `#${LINE}` } as const;
/** How a column shows what is written in it; the type is for the library, which leaves the cells empty. */
const FORMATS = {
  text: { type: String, format: "@" },
  date: { type: Date, format: "dd/mm/yyyy" },
  number: { type: Number, format: "General" },
  whole: { type: Number, format: "0" },
};
type FileContent = File | Blob | ArrayBuffer;
const FONT = { fontFamily: "Calibri", fontSize: 11 };

export async function asXlsx(workbook: Workbook): Promise<Blob> {
  const features = [validations(workbook.list.columns, ROWS), onePageWide(), normalStyle()];
  const made = writeExcelFile([list(workbook), about(workbook)], { ...FONT, features });
  return made.toBlob();
}

function list({ list: { name, columns } }: Workbook): Sheet<FileContent> {
  const blank = columns.map(({ format }) => ({ ...FORMATS[format], ...BORDER }));
  return {
    sheet: clean(name),
    data: [columns.map(({ title }) => heading(title)), ...Array.from({ length: ROWS }, () => blank)] as Row[],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape",
  };
}

function about({ about: { name, facts, columns, widths, rows } }: Workbook): Sheet<FileContent> {
  const data = [...facts.map((fact) => told(fact, widths)), [], columns.map(heading), ...rows.map((row) => lines(row, widths))];
  return { sheet: clean(name), data: data as Row[], columns: widths.map((width) => ({ width })), orientation: "landscape" };
}

/** A labelled text over the rest of the columns. */
function told({ label, text }: Workbook["about"]["facts"][number], widths: number[]): CellObject[] {
  const rest = widths.slice(1).reduce((sum, width) => sum + width, 0);
  const height = heightOf([text], [rest]);
  return [wrapped(label, { fontWeight: "bold", height }), wrapped(text, { columnSpan: widths.length - 1 })];
}

function lines(row: string[], widths: number[]): CellObject[] {
  const height = heightOf(row, widths);
  return row.map((text) => wrapped(text, { height }));
}

/** No spreadsheet works out by itself how high cells are that lie over several columns. */
function heightOf(texts: string[], widths: number[]): number {
  const counts = texts.map((text, index) => {
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / (widths[index] ?? 1))), 0);
  });
  return HEIGHT * Math.max(...counts);
}

function heading(text: string): CellObject {
  return wrapped(text, { ...BORDER, fontWeight: "bold", textColor: `#${INK}`, backgroundColor: `#${SHADE}`, alignVertical: "center" });
}

function wrapped(text: string, look: Partial<CellObject> = {}): CellObject {
  return { value: clean(text), type: String, wrap: true, alignVertical: "top", ...look } as CellObject;
}
