/**
 * The sheets of a workbook (.xlsx). Formulas are never run; what they came to when it was saved counts. What
 * `guide/project_files/xlsx_rows.py` reads with another library, this reads the same.
 */

import type { Sheet } from "../contract/files.js";
import { planOf, unpacked } from "./xlsx-parts.js";
import { SheetReader } from "./xlsx-sheet.js";
import { valuesOf } from "./xlsx-values.js";

/** @throws RefusedListError or what is wrong with a file that is broken */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const parts = unpacked(bytes);
  const plan = planOf(parts);
  const values = valuesOf(parts, plan);
  return plan.sheets.map(({ name, hidden, part }) => new SheetReader(name, hidden, values).read(parts[part]));
}
