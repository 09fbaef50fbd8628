/** Text files as people save them: how one is encoded and marked up. The command line decides in the same way. */

import type { TextForm } from "../contract/texts.js";
import { type OpenedText, RefusedError } from "./opened-text.js";

/** A book is half of it. */
export const MOST_TEXT_BYTES = 2_000_000;
const FORMS: Record<string, TextForm> = { html: "html", htm: "html", md: "markdown", markdown: "markdown" };
const LOOKS_LIKE_HTML = /^\s*<(?:!doctype html|html|head|body|div|p|h1|table|ul)\b/i;
/** What no text has: control characters, and what Windows has no characters for. */
const CONTROLS = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;
const NOT_IN_WINDOWS = /[\x81\x8d\x8f\x90\x9d]/;
const MARKS: readonly (readonly [encoding: string, ...mark: number[]])[] = [
  ["utf-8", 0xef, 0xbb, 0xbf],
  ["utf-16le", 0xff, 0xfe],
  ["utf-16be", 0xfe, 0xff],
];

/** @throws RefusedError */
export function readPlainText(bytes: Uint8Array<ArrayBuffer>, name: string): OpenedText {
  if (bytes.length > MOST_TEXT_BYTES) {
    throw new RefusedError("too_large");
  }
  const text = decoded(bytes).replaceAll("\r\n", "\n");
  if (!isText(text)) {
    throw new RefusedError("not_text");
  }
  if (text.trim() === "") {
    throw new RefusedError("empty");
  }
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return { text, form: FORMS[ending] ?? guessedForm(text), unread: 0 };
}

/** How a text is marked up, by what it looks like. */
export function guessedForm(text: string): TextForm {
  return LOOKS_LIKE_HTML.test(text) ? "html" : "plain";
}

/** Whether a text has nothing that only a program would write. */
export function isText(text: string): boolean {
  return !CONTROLS.test(text);
}

/**
 * As its mark says, or UTF-8, or else what Windows writes in western Europe.
 *
 * @throws RefusedError
 */
export function decoded(bytes: Uint8Array<ArrayBuffer>): string {
  const marked = MARKS.find(([, ...mark]) => mark.every((byte, place) => bytes[place] === byte));
  try {
    return new TextDecoder(marked?.[0] ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    if (NOT_IN_WINDOWS.test(text)) {
      throw new RefusedError("not_text");
    }
    return text;
  }
}
