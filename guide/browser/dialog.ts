/** A question that must be answered before something is lost. */

import { html, render } from "lit/html.js";

export interface Question {
  title: string;
  text: string;
  yes: string;
  no: string;
}

/** Ask; true only when the reader chose yes. The focus goes back to where it was. */
export function confirmed({ title, text, yes, no }: Question): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "kmop-dialog";
  dialog.setAttribute("aria-labelledby", "kmop-dialog-title");
  dialog.setAttribute("aria-describedby", "kmop-dialog-text");
  render(
    html`<form method="dialog">
      <h2 id="kmop-dialog-title">${title}</h2>
      <p id="kmop-dialog-text">${text}</p>
      <div class="kmop-dialog__buttons">
        <button class="md-button" value="no" autofocus>${no}</button>
        <button class="md-button md-button--primary" value="yes">${yes}</button>
      </div>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
  });
}
