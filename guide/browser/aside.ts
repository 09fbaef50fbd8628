/** What could not be read and was put aside, for whoever can still get something out of it. */

import { download } from "./files.js";
import { type Say, today } from "./words.js";

/** Save what was found as it was, as far as a file can hold it. */
export function saveRaw(record: unknown, say: Say): void {
  let text: string;
  try {
    text = JSON.stringify(record, null, 2) ?? String(record);
  } catch {
    text = String(record);
  }
  download(say("damaged.file", { date: today() }), `${text}\n`);
}
