/** Where in a file something is wrong: by the question that the form asks, and by the line. */

import type { Fault } from "../contract/outcome.js";
import { placeInWords } from "../form/labels.js";
import type { Say } from "../lib/messages.js";

/** Name the place of each fault; one that has no place is about the whole file. */
export async function placesOf(faults: readonly Fault[], source: string | undefined, form: HTMLFormElement, say: Say): Promise<string[]> {
  const lineOf = await lineFinder(source);
  return faults.map(({ path }) => {
    const [place, line] = [placeInWords(form, path, say), lineOf(path)];
    return line === null ? place : say("fault.on_line", { place, line });
  });
}

/** Finds lines where there is a text that somebody can look into; JSON is YAML as well. */
async function lineFinder(source: string | undefined): Promise<(path: Fault["path"]) => number | null> {
  const reader = source === undefined ? null : await import("../answers/yaml.js").catch(() => null);
  return reader === null || source === undefined ? () => null : reader.linesOf(source);
}
