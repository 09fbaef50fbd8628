/** Open: which reader a file is for, by what it begins with and not by its name. */

import { type OpenedText, type Refusal, RefusedError, type TextReader } from "./opened-text.js";
import { readPlainText } from "./plain-text.js";

export const MAX_MEGABYTES = 20;
const MOST_BYTES = MAX_MEGABYTES * 1_000_000;
/** Before these marks, some programs write a few bytes of their own. */
const PDF_WITHIN = 1024;
const ZIP = "PK\x03\x04";
const OLD_OFFICE = "\xd0\xcf\x11\xe0";
/** What programs of the office put around a document that has a password; written in two bytes each. */
const ENCRYPTED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
const PICTURES = ["\x89PNG", "\xff\xd8\xff", "GIF8", "RIFF", "II*\0", "MM\0*", "{\\rtf"];

export interface Readers {
  docx(): Promise<TextReader>;
  pdf(): Promise<TextReader>;
}

/** The text of a file, or why there is none. */
export async function openText(file: File, readers: Readers): Promise<OpenedText | { refusal: Refusal }> {
  try {
    return await opened(file, readers);
  } catch (error) {
    if (error instanceof RefusedError) {
      return { refusal: error.refusal };
    }
    console.warn(error);
    return { refusal: "broken" };
  }
}

async function opened(file: File, readers: Readers): Promise<OpenedText> {
  if (file.size > MOST_BYTES) {
    throw new RefusedError("too_large");
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const head = String.fromCharCode(...bytes.subarray(0, PDF_WITHIN));
  if (head.includes("%PDF-")) {
    return (await fetched(readers.pdf())).read(bytes);
  }
  if (head.startsWith(ZIP)) {
    return (await fetched(readers.docx())).read(bytes);
  }
  if (head.startsWith(OLD_OFFICE)) {
    throw new RefusedError(isEncrypted(bytes) ? "protected" : "old_word");
  }
  if (PICTURES.some((mark) => head.startsWith(mark))) {
    throw new RefusedError("other_kind");
  }
  return readPlainText(bytes, file.name);
}

/** A reader that does not arrive is another matter than a file that it cannot read. */
async function fetched(reader: Promise<TextReader>): Promise<TextReader> {
  try {
    return await reader;
  } catch (error) {
    console.warn(error);
    throw new RefusedError("no_reader");
  }
}

function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes).includes(ENCRYPTED);
}
