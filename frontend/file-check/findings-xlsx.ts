/** The list as a workbook, with what was found in columns beside it; a text stays a text, whatever it begins with. */

import writeExcelFile, { type CellObject, type Row, type Sheet } from "write-excel-file/browser";
import type { Cell, FileFinding } from "../contract/files.js";
import type { Say } from "../lib/messages.js";
import { clean } from "../lib/printable-text.js";
import { normalStyle } from "../papers/xlsx-features.js";
import { placeOf, type Result } from "./findings.js";

/** No spreadsheet takes a longer text in a cell, or a longer name for a sheet. */
const LONGEST = 32_000;
const WIDTH = 60;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** @param isWorkbook Whether days were days: in a text file they are texts, and stay so */
export async function findingsAsXlsx(rows: Cell[][], result: Result, isWorkbook: boolean, say: Say): Promise<Blob> {
  const sheets = [listed(rows, result, isWorkbook, say), summary(result, say)];
  return writeExcelFile(sheets, { fontFamily: "Calibri", fontSize: 11, features: [normalStyle()] }).toBlob();
}

function listed(rows: Cell[][], result: Result, isWorkbook: boolean, say: Say): Sheet<Blob> {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const heading = Math.min(...result.report.columns.map(({ row }) => row).filter((row) => row > 0), rows.length);
  const byRow = new Map<number, FileFinding[]>();
  for (const finding of result.report.findings) {
    byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
  }
  const data = rows.map((row, place) => {
    const own = Array.from({ length: width }, (_, column) => plain(row[column] ?? null, isWorkbook));
    const found = byRow.get(place + 1);
    const named = place + 1 === heading ? ["finding", "better", "ground"].map((name) => bold(say(`keep.${name}`))) : [];
    return [...own, ...(found === undefined ? named : beside(found, result, say))];
  });
  const columns = [...Array.from({ length: width }, () => ({ width: 16 })), ...[WIDTH, WIDTH, WIDTH].map((each) => ({ width: each }))];
  return { sheet: say("keep.list"), data: data as Row[], columns };
}

/** What was found in a row, what to do, and who says so. */
function beside(found: FileFinding[], { words }: Result, say: Say): CellObject[] {
  const told = found.map((finding) => {
    const certainty = say(finding.certainty === "tip" ? "result.tip" : "result.seems_wrong");
    return `${certainty}: ${words.kinds[finding.finding]} (${placeOf(finding, say)}). ${finding.reason}`;
  });
  const better = found.map((finding) => finding.better);
  const grounds = found.map(({ rule }) => words.grounds[rule]?.sources.map(({ title }) => title).join("; ") || say("finding.ours"));
  return [told, better, grounds].map((lines) => text([...new Set(lines)].join("\n")));
}

function summary({ words }: Result, say: Say): Sheet<Blob> {
  const lines = words.parts.flatMap(({ title, lines: each }) => [bold(title), ...each.map(text), null]);
  const data = [bold(words.conclusion), null, ...lines, text(say("looked.careful"))];
  return { sheet: say("keep.summary"), data: data.map((cell) => [cell]) as Row[], columns: [{ width: 2 * WIDTH }] };
}

function plain(cell: Cell, isWorkbook: boolean): CellObject | null {
  if (typeof cell === "number") {
    return { value: cell, type: Number } as CellObject;
  }
  if (typeof cell === "boolean") {
    return { value: cell, type: Boolean } as CellObject;
  }
  const day = isWorkbook && cell !== null ? DAY.exec(cell) : null;
  if (day !== null && Number(day[1]) >= 1900) {
    const value = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])));
    return { value, type: Date, format: "dd/mm/yyyy" } as CellObject;
  }
  return cell === null || cell === "" ? null : ({ value: clean(cell).slice(0, LONGEST), type: String } as CellObject);
}

function text(value: string): CellObject {
  return { value: clean(value).slice(0, LONGEST), type: String, wrap: true, alignVertical: "top" } as CellObject;
}

function bold(value: string): CellObject {
  return { ...text(value), fontWeight: "bold" } as CellObject;
}
