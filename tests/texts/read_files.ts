/** Reads the PDFs and Word documents of a folder as the page does, and writes for each what it says, or why it is not read. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import docx from "../../frontend/desk-files/docx-text.js";
import pdf from "../../frontend/desk-files/pdf-text.js";
import { RefusedError } from "../../frontend/desk-files/opened-text.js";

const element = (localName: string, children: object[], textContent = "") => ({
  localName,
  children,
  textContent,
  getAttribute: () => null,
  getElementsByTagName: () => [],
});
/** What Node has not: of any document, the one paragraph that these have. */
const body = element("body", [element("p", [element("t", [], "x")])]);
class OneParagraph {
  parseFromString = () => ({ documentElement: body });
}

// Nobody looks, so that nothing waits for a picture.
Object.assign(globalThis, { document: { hidden: true }, DOMParser: OneParagraph });

const [, , folder = "", target = ""] = process.argv;
const told: Record<string, unknown> = {};
for (const name of readdirSync(folder)) {
  const reader = name.endsWith(".docx") ? docx : pdf;
  try {
    told[name] = await reader.read(new Uint8Array(readFileSync(`${folder}/${name}`)));
  } catch (error) {
    told[name] = error instanceof RefusedError ? error.refusal : String(error);
  }
}
writeFileSync(target, JSON.stringify(told));
