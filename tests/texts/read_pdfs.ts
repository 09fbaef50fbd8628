/** Reads the PDFs of a folder as the page does, and writes for each what it says, or why it is not read. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import reader from "../../frontend/desk-files/pdf-text.js";
import { RefusedError } from "../../frontend/desk-files/opened-text.js";

// Nobody looks, so that nothing waits for a picture.
Object.assign(globalThis, { document: { hidden: true } });

const [, , folder = "", target = ""] = process.argv;
const told: Record<string, unknown> = {};
for (const name of readdirSync(folder)) {
  try {
    told[name] = await reader.read(new Uint8Array(readFileSync(`${folder}/${name}`)));
  } catch (error) {
    told[name] = error instanceof RefusedError ? error.refusal : String(error);
  }
}
writeFileSync(target, JSON.stringify(told));
