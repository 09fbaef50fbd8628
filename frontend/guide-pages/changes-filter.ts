/** Filters the changes: by what they touch, and by the day on which they held. Without this script all stand there. */

import { filled } from "../lib/messages.js";
import { bindInForceOn } from "./in-force-on.js";

/** Let a reader choose; both choices count for what was in force. */
export function bindChanges(root: ParentNode): void {
  let show: () => void = () => undefined;
  const chosen = bindFilter(root, () => show());
  show = bindInForceOn(root, chosen);
}

/** Let the changes of a page be filtered; tells whoever listens when the choice changes. */
function bindFilter(root: ParentNode, changed: () => void): () => Set<string> {
  const form = root.querySelector<HTMLFormElement>("[data-filter]");
  if (form === null) {
    return () => new Set();
  }
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[name=about]")];
  const chosen = (): Set<string> => new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    showChanges(root, form, chosen());
    changed();
  });
  return chosen;
}

function showChanges(root: ParentNode, form: HTMLFormElement, chosen: Set<string>): void {
  const changes = [...root.querySelectorAll<HTMLElement>(".kmop-timeline > li")];
  for (const change of changes) {
    change.hidden = !chosen.has(change.dataset["about"] ?? "");
  }
  for (const list of root.querySelectorAll<HTMLElement>(".kmop-timeline")) {
    showYear(root, list, list.querySelector("li:not([hidden])") !== null);
  }
  const status = form.querySelector<HTMLElement>("[data-filter-status]");
  const shown = changes.filter((change) => !change.hidden).length;
  status?.replaceChildren(filled(status.dataset["said"] ?? "", { n: shown }));
}

/** A year comes and goes with its heading, and with what leads to that in the lists of contents. */
function showYear(root: ParentNode, list: HTMLElement, isShown: boolean): void {
  const heading = list.previousElementSibling as HTMLElement;
  list.hidden = !isShown;
  heading.hidden = !isShown;
  for (const link of root.querySelectorAll<HTMLElement>(`:is(.md-nav, .kmop-jump) a[href="#${CSS.escape(heading.id)}"]`)) {
    (link.closest("li") ?? link).hidden = !isShown;
  }
}
