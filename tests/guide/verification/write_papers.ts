/** Writes papers for Word as the page does, each into a file of its name. */

import { readFileSync, writeFileSync } from "node:fs";
import type { Paper } from "../../../frontend/contract/folder.js";
import { asDocx } from "../../../frontend/papers/docx.js";

const [, , given = "", target = ""] = process.argv;
const papers = JSON.parse(readFileSync(given, "utf-8")) as Record<string, Paper>;
for (const [name, paper] of Object.entries(papers)) {
  const made = await asDocx(paper, "nl");
  writeFileSync(`${target}/${name}.docx`, new Uint8Array(await made.arrayBuffer()));
}
