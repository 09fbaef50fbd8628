/** The saved list: what is saved, to look through, the assessments side by side and the versions of the open one. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { countOf } from "../answers/diff.js";
import type { Answers } from "../answers/document.js";
import { nameOfAnswers } from "../answers/title.js";
import { moment } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import type { CorruptRecord, SavedAssessment, Version } from "../storage/database.js";


type Template = TemplateResult | typeof nothing;

export interface SavedListModel {
  /** The assessment that is open, also when nothing of it is saved yet. */
  open: { id: string; answers: Answers };
  saved: readonly SavedAssessment[];
  versions: readonly Version[];
  corrupt: readonly CorruptRecord[];
  canUndo: boolean;
  canRedo: boolean;
  /** Whether this browser keeps anything at all. */
  isAvailable: boolean;
  /** Whether the list is unfolded: nothing is drawn in a closed one, which may be long. */
  isUnfolded: boolean;
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
  remove(...ids: string[]): void;
  restoreVersion(version: Version): void;
  saveCorrupt(corrupt: CorruptRecord): void;
  discardCorrupt(corrupt: CorruptRecord): void;
}

export function savedListTemplate(
  model: SavedListModel,
  actions: SavedListActions,
  say: Say,
  language: string,
): Template {
  const { isAvailable, open } = model;
  return html`<div class="kmop-buttons">
      ${stepTemplate(say("work.undo"), model.canUndo, actions.undo, "kmop-undo")}
      ${stepTemplate(say("work.redo"), model.canRedo, actions.redo, "kmop-redo")}
    </div>
    ${isAvailable
      ? html`<details class="kmop-fold kmop-work" id="kmop-work">
            <summary>${say("work.title", { name: nameOfAnswers(open.answers, say) })}</summary>
            ${model.isUnfolded ? contentTemplate(model, actions, say, language) : nothing}
          </details>
          <details class="kmop-fold kmop-work" id="kmop-versions">
            <summary>${say("version.title")}</summary>
            ${versionsTemplate(model.versions, actions, say, language)}
          </details>`
      : nothing}`;
}

/** A button that stays where it is: one that goes away would take the focus along. */
function stepTemplate(text: string, can: boolean, act: () => void, id: string): Template {
  return html`<button type="button" class="kmop-button" id=${id}
    aria-disabled=${can ? "false" : "true"} @click=${act}>${text}</button>`;
}

function contentTemplate(model: SavedListModel, actions: SavedListActions, say: Say, language: string): Template {
  return html`${listTemplate(model, actions, say, language)} ${corruptTemplate(model, actions, say, language)}`;
}

function listTemplate(model: SavedListModel, actions: SavedListActions, say: Say, language: string): Template {
  const isNew = !model.saved.some(({ id }) => id === model.open.id);
  return html`<ul class="kmop-work__list">
      ${isNew ? html`<li>${headTemplate(model.open.answers, say("work.empty"), true, say)}</li>` : nothing}
      ${repeat(model.saved, ({ id }) => id, (saved) => assessmentTemplate(saved, model, actions, say, language))}
    </ul>
    <div class="kmop-buttons">
      <button type="button" class="kmop-button" id="kmop-begin" @click=${actions.startNew}>${say("work.begin")}</button>
    </div>`;
}

function assessmentTemplate(
  saved: SavedAssessment,
  model: SavedListModel,
  actions: SavedListActions,
  say: Say,
  language: string,
): Template {
  const isOpen = saved.id === model.open.id;
  const answers = isOpen ? model.open.answers : saved.answers;
  // The answers are counted only where they changed: the list is drawn at each answer, and may be long.
  const draw = (): Template => itemTemplate(saved, answers, isOpen, actions, say, language);
  return html`<li data-assessment=${saved.id}>${guard([saved, answers, isOpen], draw)}</li>`;
}

function itemTemplate(
  saved: SavedAssessment,
  answers: Answers,
  isOpen: boolean,
  actions: SavedListActions,
  say: Say,
  language: string,
): Template {
  const name = nameOfAnswers(answers, say);
  const values = { n: countOf(answers), time: moment(saved.saved_at, language) };
  const about = say(values.n === 1 ? "work.about_one" : "work.about", values);
  const button = (act: "turnTo" | "compare" | "rename" | "copy" | "remove"): Template =>
    html`<button type="button" class="kmop-button" data-act=${act} @click=${() => actions[act](saved.id)}
      >${say(`work.${act}`)}<span class="kmop-hidden">: ${name}</span></button>`;
  return html`
    ${headTemplate(answers, about, isOpen, say)}
    <div class="kmop-buttons">
      ${isOpen ? nothing : html`${button("turnTo")} ${button("compare")}`} ${button("rename")} ${button("copy")} ${button("remove")}
    </div>`;
}

function headTemplate(answers: Answers, about: string, isOpen: boolean, say: Say): Template {
  return html`<p class="kmop-work__head">
    <b>${nameOfAnswers(answers, say)}</b>
    ${isOpen ? html`<span class="kmop-state">${say("work.open")}</span>` : nothing}
    <span class="kmop-work__about">${about}</span>
  </p>`;
}

function versionsTemplate(
  versions: readonly Version[],
  actions: SavedListActions,
  say: Say,
  language: string,
): Template {
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
        : html`<button type="button" class="kmop-button" @click=${() => actions.restoreVersion(version)}
            >${say("version.bring_back")}<span class="kmop-hidden">: ${time}</span></button>`}
    </li>`;
  };
  return html`<p>${say("version.text")}</p>
    <ol class="kmop-work__list">${repeat(versions, ({ revision }) => revision, item)}</ol>`;
}

function changedText(changed: number, say: Say): string {
  return say(changed === 1 ? "version.one" : changed === 0 ? "version.same" : "version.many", { n: changed });
}

function corruptTemplate(model: SavedListModel, actions: SavedListActions, say: Say, language: string): Template {
  const item = (corrupt: CorruptRecord): Template => html`<li data-damaged=${corrupt.id}>
    <p class="kmop-work__head">${say("damaged.item", { time: moment(corrupt.found_at, language) })}</p>
    <div class="kmop-buttons">
      <button type="button" class="kmop-button" data-act="save" @click=${() => actions.saveCorrupt(corrupt)}
        >${say("damaged.save")}</button>
      <button type="button" class="kmop-button" data-act="forget" @click=${() => actions.discardCorrupt(corrupt)}
        >${say("damaged.forget")}</button>
    </div>
  </li>`;
  return model.corrupt.length === 0
    ? nothing
    : html`<ul class="kmop-work__list">${repeat(model.corrupt, ({ id }) => id, item)}</ul>`;
}
