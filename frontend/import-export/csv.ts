/** A table as CSV that a Belgian Excel opens as it is: semicolons, a byte order mark, Windows line ends. */

import Papa from "papaparse";
import type { Sheet } from "../contract/folder.js";

const BYTE_ORDER_MARK = "\uFEFF";
/** A spreadsheet takes a cell that begins so for a formula, also in full width and after white space. */
const FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/;

export function asCsv(sheet: Sheet): string {
  const rows = [sheet.columns, ...sheet.rows];
  const options = { delimiter: ";", newline: "\r\n", escapeFormulae: FORMULA };
  return `${BYTE_ORDER_MARK}${Papa.unparse(rows, options)}\r\n`;
}
