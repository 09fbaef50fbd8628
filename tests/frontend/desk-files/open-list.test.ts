/** A list is read by what it begins with, and refused with its reason. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import type { ListRefusal } from "../../../frontend/contract/files.ts";
import { openList, type WorkbookReader } from "../../../frontend/desk-files/open-list.ts";
import { RefusedListError } from "../../../frontend/desk-files/opened-list.ts";

const SHEETS = '{"sheets": []}';
const read: WorkbookReader = async () => SHEETS;
const ZIP = "PK\x03\x04";

async function refusal(content: string | Uint8Array<ArrayBuffer>, by: WorkbookReader = read): Promise<ListRefusal | null> {
  const opened = await openList(new File([content], "lijst.csv"), by);
  return "refusal" in opened ? opened.refusal : null;
}

test("a workbook goes to its reader, whatever it is called", async () => {
  assert.deepEqual(await openList(new File([ZIP], "lijst.csv"), read), { given: SHEETS, isWorkbook: true });
});

test("anything else is a text", async () => {
  assert.deepEqual(await openList(new File(["a;é\r\n"], "lijst.xlsx"), read), { given: '{"text":"a;é\\n"}', isWorkbook: false });
});

test("what a reader says of a file is the reason", async () => {
  const protectedList = async (): Promise<string> => Promise.reject(new RefusedListError("no_reader"));
  assert.equal(await refusal(ZIP, protectedList), "no_reader");
});

test("what a reader trips over is broken", async () => {
  mock.method(console, "warn", () => undefined);
  assert.equal(await refusal(ZIP, async () => Promise.reject(new Error("half"))), "broken");
});

test("what is no text, and what is too large, is refused", async () => {
  assert.equal(await refusal(new Uint8Array(10_000_001)), "too_large");
  assert.equal(await refusal("a;\x00b"), "not_a_list");
});
