/** Remarks beside a field: something about an answer to look at once more, which does not make it wrong. */

import type { Remark } from "../contract/outcome.js";

/** Show these remarks, each under its field, and take away earlier ones. */
export function showRemarks(form: HTMLFormElement, remarks: readonly Remark[]): void {
  const texts = new Map(remarks.map(({ field, text }) => [field, text]));
  for (const block of form.querySelectorAll<HTMLElement>("[data-field^='profile.']")) {
    showRemark(block, texts.get(block.dataset["field"] ?? ""));
  }
}

function showRemark(block: HTMLElement, text: string | undefined): void {
  const note = block.querySelector(":scope > .kmop-remark");
  if (text === undefined) {
    note?.remove();
  } else if (note === null) {
    block.append(remarkNote(text));
  } else if (note.textContent !== text) {
    note.textContent = text;
  }
}

/** It comes while somebody types, so it waits its turn to be read out. */
function remarkNote(text: string): HTMLElement {
  const note = document.createElement("p");
  note.className = "kmop-remark";
  note.setAttribute("role", "status");
  note.textContent = text;
  return note;
}
