/** The list as a workbook: what was found stands beside its row, and no text becomes a formula. */

import "../no-page.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cell, FileFinding } from "../../../frontend/contract/files.ts";
import { findingsAsXlsx } from "../../../frontend/file-check/findings-xlsx.ts";
import { type Result, wanted } from "../../../frontend/file-check/findings.ts";
import { readWorkbook } from "../../../frontend/desk-files/xlsx-rows.ts";

const say = (id: string, values: Record<string, string | number> = {}): string => [id, ...Object.values(values)].join(" ");

function finding(row: number, certainty: FileFinding["certainty"], reason: string): FileFinding {
  return { rule: "r", finding: "end", certainty, row, column: "B", quote: "", reason, better: "Kijk na." };
}

const RESULT: Result = {
  report: {
    date: "2026-11-28",
    sheet: "",
    columns: [{ row: 1 }],
    findings: [finding(2, "seems_wrong", "=Te laat."), finding(2, "tip", "Te vroeg.")],
  },
  words: { conclusion: "Twee punten.", parts: [{ title: "Cijfers", lines: ["Eén."] }], kinds: { end: "einddatum" }, grounds: {} },
  columns: [],
};

async function sheets(rows: Cell[][], isWorkbook = true): Promise<Cell[][][]> {
  const made = await findingsAsXlsx(rows, RESULT, isWorkbook, say);
  return readWorkbook(new Uint8Array(await made.arrayBuffer())).map((sheet) => sheet.rows);
}

const ROWS: Cell[][] = [["Klant", "Einde"], ["=1+1", "2026-03-05"], ["Smit", 12.5], []];

test("the rows are as they were, and the findings of a row stand beside it", async () => {
  const [list = []] = await sheets(ROWS);
  assert.deepEqual(list[0], ["Klant", "Einde", "keep.finding", "keep.better", "keep.ground"]);
  assert.deepEqual(list[1], [
    "=1+1",
    "2026-03-05",
    "result.seems_wrong: einddatum (result.place 2 B). =Te laat.\nresult.tip: einddatum (result.place 2 B). Te vroeg.",
    "Kijk na.",
    "finding.ours",
  ]);
  assert.deepEqual(list[2], ["Smit", 12.5]);
});

test("a text that begins like a formula is none", async () => {
  const made = await findingsAsXlsx(ROWS, RESULT, false, say);
  const { unvalued } = readWorkbook(new Uint8Array(await made.arrayBuffer()))[0] ?? {};
  assert.deepEqual(unvalued, []);
});

test("the summary is a sheet of its own", async () => {
  const [, summary = []] = await sheets(ROWS);
  assert.deepEqual(summary.flat(), ["Twee punten.", "Cijfers", "Eén.", "looked.careful"]);
});

test("only what seems wrong is left when that is asked for", () => {
  const left = wanted(RESULT.report.findings, { onlyWrong: true, most: 50 });
  assert.deepEqual(left.map(({ reason }) => reason), ["=Te laat."]);
});
