/**
 * Text of a PDF, line by line. `guide/text_check/pdf_text.py` does so with another library: the same words, though not
 * always the same spaces (docs/decisions/0036).
 */

import { getDocument, type PDFPageProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
// @ts-expect-error -- comes without types
import * as worker from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { yieldToBrowser } from "../lib/async.js";
import { type OpenedText, RefusedError, type TextReader } from "./opened-text.js";

declare global {
  /** Where PDF.js looks for what else runs in a worker of its own, which a page opened as a file may not have. */
  var pdfjsWorker: unknown;
}

const MOST_PAGES = 500;
const LIGATURES: Record<string, string> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl" };

const reader: TextReader = {
  async read(bytes): Promise<OpenedText> {
    globalThis.pdfjsWorker = worker;
    const loading = getDocument({ data: bytes, verbosity: VerbosityLevel.ERRORS, useSystemFonts: true, enableXfa: false });
    try {
      return await textOf(await loading.promise.catch(refuse));
    } finally {
      await loading.destroy();
    }
  },
};
export default reader;

function refuse(error: unknown): never {
  throw new RefusedError(error instanceof Error && error.name === "PasswordException" ? "protected" : "broken");
}

interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<PDFPageProxy>;
}

async function textOf(pdf: PdfDocument): Promise<OpenedText> {
  if (pdf.numPages > MOST_PAGES) {
    throw new RefusedError("too_large");
  }
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(tidied(await linesOf(await pdf.getPage(number))));
    await yieldToBrowser();
  }
  const read = pages.filter((page) => page !== "");
  if (read.length === 0) {
    throw new RefusedError("scanned");
  }
  return { text: read.join("\n\n"), form: "plain", unread: pages.length - read.length };
}

async function linesOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
}

/** Lines without the spaces that only place them, and without empty ones. */
function tidied(text: string): string {
  const plain = text.replaceAll(/[ﬀ-ﬄ]/g, (sign) => LIGATURES[sign] ?? sign);
  const lines = plain.split("\n").map((line) => line.replaceAll(/[^\S\n]+/g, " ").trim());
  return lines.filter((line) => line !== "").join("\n");
}
