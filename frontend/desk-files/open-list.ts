/** Open a list: which reader it is for, by what it begins with and not by its name. */

import type { ListRefusal } from "../contract/files.js";
import { MOST_LIST_BYTES, RefusedListError } from "./opened-list.js";
import { RefusedError } from "./opened-text.js";
import { decoded, isText } from "./plain-text.js";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Excel puts a workbook with a password into the same kind of file as its old format. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Reads the sheets of a workbook, which takes a while; gives JSON (`GivenList`). */
export type WorkbookReader = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** What was opened, as JSON for Python (`GivenList`); or why it was not. */
export type Opened = { given: string; isWorkbook: boolean } | { refusal: ListRefusal };

export async function openList(file: File, readWorkbook: WorkbookReader): Promise<Opened> {
  try {
    return await opened(file, readWorkbook);
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

async function opened(file: File, readWorkbook: WorkbookReader): Promise<Opened> {
  if (file.size > MOST_LIST_BYTES) {
    throw new RefusedListError("too_large");
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const begins = (mark: number[]): boolean => mark.every((byte, place) => bytes[place] === byte);
  if (begins(OLD_OFFICE)) {
    throw new RefusedListError("protected_or_old");
  }
  if (begins(ZIP)) {
    return { given: await readWorkbook(bytes), isWorkbook: true };
  }
  const text = decoded(bytes).replaceAll("\r\n", "\n");
  if (!isText(text)) {
    throw new RefusedListError("not_a_list");
  }
  return { given: JSON.stringify({ text }), isWorkbook: false };
}

/** Why a file is refused; what a reader trips over is broken. */
export function refusalOf(error: unknown): ListRefusal {
  if (error instanceof RefusedListError) {
    return error.refusal;
  }
  if (error instanceof RefusedError) {
    return "not_a_list";
  }
  console.warn(error);
  return "broken";
}
