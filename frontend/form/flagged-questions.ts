/** The questions that carry a mark, as a list at the top with a link that counts them. */

import { html } from "lit/html.js";
import type { Say } from "../lib/messages.js";
import { render } from "../ui/render.js";

/** A mark: the box that sets it, and by which name list, link and count are known. */
const MARKS = [
  { name: "flagged", box: ".kmop-flag :checked" },
  { name: "review", box: ".kmop-review :checked" },
] as const;

/** Show which questions are marked now. */
export function showFlagged(form: HTMLFormElement, say: Say): void {
  for (const { name, box } of MARKS) {
    const marked = [...form.querySelectorAll(box)].map((each) => each.closest<HTMLElement>(".kmop-field"));
    show(name, marked.filter((block) => block !== null), form, say);
  }
}

function show(name: string, blocks: HTMLElement[], form: HTMLFormElement, say: Say): void {
  const link = document.querySelector<HTMLElement>(`.kmop-parts__${name}`);
  const section = form.querySelector<HTMLElement>(`#kmop-${name}`);
  const list = section?.querySelector("ul");
  if (!link || !section || !list) {
    return;
  }
  link.hidden = section.hidden = blocks.length === 0;
  link.textContent = say(`${name}.count`, { n: blocks.length });
  render(
    blocks.map((block) => html`<li><a href="#${block.id}">${titleOf(block)}</a></li>`),
    list,
  );
}

function titleOf(block: HTMLElement): string {
  return block.querySelector(".kmop-check-title, legend")?.textContent ?? "";
}
