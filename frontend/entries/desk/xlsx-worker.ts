/** The worker that reads one workbook: bytes in, JSON out; the page ends it. */

import type { ListRefusal } from "../../contract/files.js";
import { refusalOf } from "../../desk-files/open-list.js";
import { readWorkbook } from "../../desk-files/xlsx-rows.js";

function read(bytes: Uint8Array): { given: string } | { refusal: ListRefusal } {
  try {
    return { given: JSON.stringify({ sheets: readWorkbook(bytes) }) };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

addEventListener("message", ({ data }: MessageEvent<Uint8Array>) => postMessage(read(data)));
