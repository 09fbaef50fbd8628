/** Reads the lists of a folder as the page does, and writes for each what goes to Python, or why it is refused. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { openList } from "../../../frontend/desk-files/open-list.js";
import { readWorkbook } from "../../../frontend/desk-files/xlsx-rows.js";

console.warn = () => undefined;
const [, , folder = "", target = ""] = process.argv;
const told: Record<string, unknown> = {};
for (const name of readdirSync(folder)) {
  const file = new File([readFileSync(`${folder}/${name}`)], name);
  const opened = await openList(file, async (bytes) => JSON.stringify({ sheets: readWorkbook(bytes) }));
  told[name] = "refusal" in opened ? opened : JSON.parse(opened.given);
}
writeFileSync(target, JSON.stringify(told));
