/** Questions that must be answered first: before something is lost, or for a name. */

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { MAX_NAME_LENGTH } from "../answers/title.js";
import type { Say } from "../lib/messages.js";

export interface Question {
  title: string;
  text: string;
  yes: string;
  /** Empty where there is nothing to say no to. */
  no: string;
}

/** Ask; true only when the reader chose yes. The focus goes back to where it was. */
export async function confirmed(question: Question): Promise<boolean> {
  return (await asked(question, nothing, true)).returnValue === "yes";
}

/** Ask before something that loses nothing; true only when the reader chose yes. */
export async function wanted(question: Question): Promise<boolean> {
  return (await asked(question, nothing, false)).returnValue === "yes";
}

/** Ask with something to fill in between; the dialog that was closed, with what is in it. */
export function asked(
  { title, text, yes, no }: Question,
  content: TemplateResult | typeof nothing,
  cautious: boolean,
): Promise<HTMLDialogElement> {
  const dialog = document.createElement("dialog");
  dialog.className = cautious ? "kmop-dialog kmop-dialog--cautious" : "kmop-dialog";
  dialog.setAttribute("aria-labelledby", "kmop-dialog-title");
  dialog.setAttribute("aria-describedby", "kmop-dialog-text");
  render(
    html`<form method="dialog">
      <h2 id="kmop-dialog-title">${title}</h2>
      <p id="kmop-dialog-text">${text}</p>
      ${content}
      <div class="kmop-dialog__buttons">
        ${no === "" ? nothing : html`<button type="button" class="md-button" value="no"
          ?autofocus=${cautious} @click=${() => dialog.close("no")}>${no}</button>`}
        <button class="md-button md-button--primary" value="yes"
          ?autofocus=${!cautious && content === nothing}>${yes}</button>
      </div>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog);
    });
  });
}

/** Ask for a line of text; null when the reader gave up. */
export async function askedText(
  question: Question & { label: string; value: string; longest: number },
): Promise<string | null> {
  const entry = html`<p>
    <label class="kmop-entry-label" for="kmop-dialog-entry">${question.label}</label>
    <input class="kmop-input" id="kmop-dialog-entry" type="text" autocomplete="off" autofocus
      maxlength=${question.longest} .value=${question.value} />
  </p>`;
  const dialog = await asked(question, entry, false);
  const value = dialog.querySelector("input")?.value.trim() ?? "";
  return dialog.returnValue === "yes" ? value : null;
}

/** Ask before something is lost; true only when the reader chose yes. */
export function sure(say: Say, about: string, values: Record<string, string> = {}): Promise<boolean> {
  return confirmed(question(say, about, values));
}

/** Ask before something that loses nothing; true only when the reader chose yes. */
export function agreed(say: Say, about: string): Promise<boolean> {
  return wanted(question(say, about, {}));
}

/** Ask for the name of an assessment; null when the reader gave up. */
export function askName(say: Say, about: string, value: string): Promise<string | null> {
  const asked = question(say, about, {});
  return askedText({ ...asked, label: say("name.label"), value, longest: MAX_NAME_LENGTH });
}

function question(say: Say, about: string, values: Record<string, string>): Question {
  const part = (name: string): string => say(`${about}.${name}`, values);
  return { title: part("title"), text: part("text"), yes: part("yes"), no: part("no") };
}
