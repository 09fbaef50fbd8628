/** Modal dialogs: what must be answered first, before something is lost, or for a name. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { MAX_NAME_LENGTH } from "../answers/title.js";
import type { Say } from "../lib/messages.js";
import { render } from "./render.js";

export interface DialogOptions {
  title: string;
  text: string;
  yes: string;
  /** Empty where there is nothing to say no to. */
  no: string;
  /** What there is to fill in. */
  content?: TemplateResult;
  /** Whether yes loses something: then the focus begins at no. */
  isLoss?: boolean;
}

/** Ask; the dialog that was closed, its value "yes" only when the reader chose that. */
export async function dialog(options: DialogOptions): Promise<HTMLDialogElement> {
  const element = document.createElement("dialog");
  element.className = options.isLoss ? "kmop-dialog kmop-dialog--cautious" : "kmop-dialog";
  element.setAttribute("aria-labelledby", "kmop-dialog-title");
  element.setAttribute("aria-describedby", "kmop-dialog-text");
  render(dialogTemplate(options, () => element.close("no")), element);
  await showUntilClosed(element);
  return element;
}

/** Ask before something is lost; true only when the reader chose yes. */
export async function confirmLoss(say: Say, about: string, values: Record<string, string | number> = {}): Promise<boolean> {
  return (await dialog({ ...sentences(say, about, values), isLoss: true })).returnValue === "yes";
}

/** Ask before something that loses nothing; true only when the reader chose yes. */
export async function confirm(say: Say, about: string): Promise<boolean> {
  return (await dialog(sentences(say, about))).returnValue === "yes";
}

/** Ask for the name of an assessment; null when the reader gave up. */
export async function askName(say: Say, about: string, value: string): Promise<string | null> {
  const content = html`<p>
    <label class="kmop-entry-label" for="kmop-dialog-entry">${say("name.label")}</label>
    <input class="kmop-input" id="kmop-dialog-entry" type="text" autocomplete="off" autofocus
      maxlength=${MAX_NAME_LENGTH} .value=${value} />
  </p>`;
  const closed = await dialog({ ...sentences(say, about), content });
  const name = closed.querySelector("input")?.value.trim() ?? "";
  return closed.returnValue === "yes" ? name : null;
}

/** Show any dialog until the reader closes it, or goes to another place; the focus goes back to where it was. */
export function showUntilClosed(element: HTMLDialogElement): Promise<void> {
  const left = (): void => element.close("no");
  addEventListener("popstate", left);
  document.body.append(element);
  element.showModal();
  return new Promise((closed) => {
    element.addEventListener("close", () => {
      removeEventListener("popstate", left);
      element.remove();
      closed();
    });
  });
}

/** The part of the catalogue that asks about one thing. */
function sentences(say: Say, about: string, values: Record<string, string | number> = {}): DialogOptions {
  const part = (name: string): string => say(`${about}.${name}`, values);
  return { title: part("title"), text: part("text"), yes: part("yes"), no: part("no") };
}

function dialogTemplate({ title, text, yes, no, content, isLoss = false }: DialogOptions, refuse: () => void) {
  return html`<form method="dialog">
    <h2 id="kmop-dialog-title">${title}</h2>
    <p id="kmop-dialog-text">${text}</p>
    ${content ?? nothing}
    <div class="kmop-dialog__buttons">
      ${no === "" ? nothing : html`<button type="button" class="md-button" value="no"
        ?autofocus=${isLoss} @click=${refuse}>${no}</button>`}
      <button class="md-button md-button--primary" value="yes"
        ?autofocus=${!isLoss && content === undefined}>${yes}</button>
    </div>
  </form>`;
}
