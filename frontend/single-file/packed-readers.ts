/** Readers of files in the one file: what is large stays packed until such a file is opened. */

import { decompress } from "fzstd";
import docx from "../desk-files/docx-text.js";
import type { Readers } from "../desk-files/open-text.js";
import type { TextReader } from "../desk-files/opened-text.js";

export const packedReaders: Readers = {
  docx: async () => docx,
  pdf: async () => evaluated("pdf-text.js"),
};

/** The worker that reads workbooks. */
export function workbookWorker(): Worker {
  return new Worker(URL.createObjectURL(new Blob([unpacked("xlsx-worker.js")], { type: "text/javascript" })));
}

/** Run a module that was made into a script, since not every browser imports modules here. */
function evaluated(name: string): TextReader {
  return (new Function(`${unpacked(name)};return kmopModule`)() as { default: TextReader }).default;
}

function unpacked(name: string): string {
  const packed = document.querySelector(`script[data-reader="${name}"]`)?.textContent ?? "";
  const bytes = decompress(Uint8Array.from(atob(packed), (each) => each.charCodeAt(0)));
  return new TextDecoder().decode(bytes);
}
