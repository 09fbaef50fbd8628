/** What is kept, to look through: the assessments side by side, and the versions of the one that is open. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import { countOf } from "../answers/diff.js";
import type { Answers } from "../answers/document.js";
import { nameOfAnswers } from "../answers/title.js";
import { moment } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import type { CorruptRecord, SavedAssessment, Version } from "../storage/database.js";


type Template = TemplateResult | typeof nothing;

export interface SavedListModel {
  /** The assessment that is open, also when nothing of it is kept yet. */
  open: { id: string; answers: Answers };
  saved: readonly SavedAssessment[];
  versions: readonly Version[];
  corrupt: readonly CorruptRecord[];
  canUndo: boolean;
  canRedo: boolean;
  /** Whether this browser keeps anything at all. */
  isAvailable: boolean;
}

/** What the reader can do with it. */
export interface SavedListActions {
  undo(): void;
  redo(): void;
  startNew(): void;
  turnTo(id: string): void;
  rename(id: string): void;
  copy(id: string): void;
  compare(id: string): void;
  remove(id: string): void;
  restoreVersion(version: Version): void;
  saveCorrupt(damaged: CorruptRecord): void;
  discardCorrupt(damaged: CorruptRecord): void;
}

export function savedListTemplate(shelf: SavedListModel, acts: SavedListActions, say: Say, language: string): Template {
  const { isAvailable: keeps, open } = shelf;
  return html`<div class="kmop-buttons">
      ${stepTemplate(say("work.undo"), shelf.canUndo, acts.undo, "kmop-undo")}
      ${stepTemplate(say("work.redo"), shelf.canRedo, acts.redo, "kmop-redo")}
    </div>
    ${keeps
      ? html`<details class="kmop-fold kmop-work" id="kmop-work">
            <summary>${say("work.title", { name: nameOfAnswers(open.answers, say) })}</summary>
            ${listTemplate(shelf, acts, say, language)} ${corruptTemplate(shelf, acts, say, language)}
          </details>
          <details class="kmop-fold kmop-work" id="kmop-versions">
            <summary>${say("version.title")}</summary>
            ${versionsTemplate(shelf.versions, acts, say, language)}
          </details>`
      : nothing}`;
}

/** A button that stays where it is: one that goes away would take the focus along. */
function stepTemplate(text: string, can: boolean, act: () => void, id: string): Template {
  return html`<button type="button" class="kmop-button" id=${id}
    aria-disabled=${can ? "false" : "true"} @click=${act}>${text}</button>`;
}

function listTemplate(shelf: SavedListModel, acts: SavedListActions, say: Say, language: string): Template {
  const isNew = !shelf.saved.some(({ id }) => id === shelf.open.id);
  return html`<ul class="kmop-work__list">
      ${isNew ? html`<li>${headTemplate(shelf.open.answers, say("work.empty"), true, say)}</li>` : nothing}
      ${repeat(shelf.saved, ({ id }) => id, (kept) => assessmentTemplate(kept, shelf, acts, say, language))}
    </ul>
    <div class="kmop-buttons">
      <button type="button" class="kmop-button" id="kmop-begin" @click=${acts.startNew}>${say("work.begin")}</button>
    </div>`;
}

function assessmentTemplate(kept: SavedAssessment, shelf: SavedListModel, acts: SavedListActions, say: Say, language: string): Template {
  const isOpen = kept.id === shelf.open.id;
  const answers = isOpen ? shelf.open.answers : kept.answers;
  const name = nameOfAnswers(answers, say);
  const values = { n: countOf(answers), time: moment(kept.saved_at, language) };
  const about = say(values.n === 1 ? "work.about_one" : "work.about", values);
  const button = (act: "turnTo" | "compare" | "rename" | "copy" | "remove"): Template =>
    html`<button type="button" class="kmop-button" data-act=${act} @click=${() => acts[act](kept.id)}
      >${say(`work.${act}`)}<span class="kmop-hidden">: ${name}</span></button>`;
  return html`<li data-assessment=${kept.id}>
    ${headTemplate(answers, about, isOpen, say)}
    <div class="kmop-buttons">
      ${isOpen ? nothing : html`${button("turnTo")} ${button("compare")}`} ${button("rename")} ${button("copy")} ${button("remove")}
    </div>
  </li>`;
}

function headTemplate(answers: Answers, about: string, isOpen: boolean, say: Say): Template {
  return html`<p class="kmop-work__head">
    <b>${nameOfAnswers(answers, say)}</b>
    ${isOpen ? html`<span class="kmop-state">${say("work.open")}</span>` : nothing}
    <span class="kmop-work__about">${about}</span>
  </p>`;
}

function versionsTemplate(versions: readonly Version[], acts: SavedListActions, say: Say, language: string): Template {
  if (versions.length < 2) {
    return html`<p>${say("version.none_yet")}</p>`;
  }
  const item = (version: Version, index: number): Template => {
    const time = moment(version.saved_at, language);
    return html`<li>
      <p class="kmop-work__head"><b>${time}</b>
        <span class="kmop-work__about">${changedText(version.changed, say)}</span></p>
      ${index === 0
        ? html`<span class="kmop-state">${say("version.now")}</span>`
        : html`<button type="button" class="kmop-button" @click=${() => acts.restoreVersion(version)}
            >${say("version.bring_back")}<span class="kmop-hidden">: ${time}</span></button>`}
    </li>`;
  };
  return html`<p>${say("version.text")}</p>
    <ol class="kmop-work__list">${repeat(versions, ({ revision }) => revision, item)}</ol>`;
}

function changedText(changed: number, say: Say): string {
  return say(changed === 1 ? "version.one" : changed === 0 ? "version.same" : "version.many", { n: changed });
}

function corruptTemplate(shelf: SavedListModel, acts: SavedListActions, say: Say, language: string): Template {
  const item = (damaged: CorruptRecord): Template => html`<li data-damaged=${damaged.id}>
    <p class="kmop-work__head">${say("damaged.item", { time: moment(damaged.found_at, language) })}</p>
    <div class="kmop-buttons">
      <button type="button" class="kmop-button" data-act="save" @click=${() => acts.saveCorrupt(damaged)}
        >${say("damaged.save")}</button>
      <button type="button" class="kmop-button" data-act="forget" @click=${() => acts.discardCorrupt(damaged)}
        >${say("damaged.forget")}</button>
    </div>
  </li>`;
  return shelf.corrupt.length === 0
    ? nothing
    : html`<ul class="kmop-work__list">${repeat(shelf.corrupt, ({ id }) => id, item)}</ul>`;
}
