/** What a document is called for whoever answered this, in the list of documents. */

import type { Fields } from "../answers/document.js";
import { holds, type Predicate } from "./asked-when.js";

/** The title of its own, then each other title with whom it is for. */
type Titles = [string, ...[string, Predicate][]];

/** Call each document by the first title that certainly holds, or else by its own. */
export function showTitles(form: ParentNode, fields: Fields): void {
  for (const place of form.querySelectorAll<HTMLElement>("[data-titles]")) {
    const title = titleFor(JSON.parse(place.dataset["titles"] ?? "[]") as Titles, fields);
    if (place.textContent !== title) {
      place.textContent = title;
    }
  }
}

export function titleFor([own, ...others]: Titles, fields: Fields): string {
  return others.find(([, predicate]) => holds(predicate, fields))?.[0] ?? own;
}
