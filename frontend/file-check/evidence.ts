/**
 * What a list can show, for the points that it speaks for: each count is taken along to the self-assessment as a note
 * when the reader asks for it and says yes to what will stand where, and can be taken back.
 */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { ageOf } from "../answers/norm-version.js";
import { nameOfAnswers } from "../answers/title.js";
import type { EvidenceNote } from "../contract/files.js";
import { moment } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import { type CurrentAssessment, currentAssessment } from "../storage/current-assessment.js";
import { render } from "../ui/render.js";
import { missingNotes, withNotes, withoutNotes } from "./check-notes.js";
import type { Panel } from "./elements.js";
import type { Result } from "./findings.js";

interface Taken {
  target: CurrentAssessment;
  notes: readonly EvidenceNote[];
}

/** What is asked about: of the counts, those that do not stand there yet, or the message that says why none can be added. */
interface Asked extends Taken {
  counts: readonly EvidenceNote[];
  hurdle: "take.other_norm" | "take.there" | null;
}

/** What is shown below the counts: nothing, what is asked, or what came of it and can be taken back. */
type State = { asked: Asked } | { told: string; taken?: Taken };

export class EvidencePart {
  readonly #place: HTMLElement;
  /** Leads to the self-assessment, once something was taken along. */
  readonly #way: HTMLElement;
  readonly #say: Say;
  #result: Result | null = null;
  #state: State = { told: "" };

  constructor({ evidence, toAssessment }: Pick<Panel, "evidence" | "toAssessment">, say: Say) {
    this.#place = evidence;
    this.#way = toAssessment;
    this.#say = say;
  }

  show(result: Result): void {
    if (result.words !== this.#result?.words) {
      this.#state = { told: "" };
    }
    this.#result = result;
    this.#draw();
  }

  /** Ask, once it is known which assessment it is about; where several are kept, the reader can choose another. */
  async #ask(counts: readonly EvidenceNote[], to = "h3", found = currentAssessment()): Promise<void> {
    const target = await found.catch((error: unknown) => void console.warn(error));
    if (!target) {
      return this.#tell("take.no_place");
    }
    const { answers } = target;
    const notes = answers === null ? counts : counts.filter((each) => missingNotes(answers, [each]).length > 0);
    const hurdle = this.#isOfOtherNorm(answers) ? "take.other_norm" : notes.length === 0 ? "take.there" : null;
    if (hurdle !== null && target.kept.length < 2) {
      return this.#tell(hurdle);
    }
    this.#turn({ asked: { target, counts, notes, hurdle } }, to);
  }

  #isOfOtherNorm(answers: CurrentAssessment["answers"]): boolean {
    return answers !== null && "norm" in answers && ageOf(answers, (this.#result as Result).report.norm) !== "same";
  }

  async #take({ target, notes }: Taken): Promise<void> {
    const norm = (this.#result as Result).report.norm;
    if (await this.#change(target, (answers) => withNotes(answers, notes, norm))) {
      const name = this.#nameOf(target);
      this.#turn({ told: this.#say(notes.length === 1 ? "take.done_one" : "take.done_several", { name, number: notes.length }), taken: { target, notes } }, "[data-take=undo]");
    }
  }

  async #takeBack({ target, notes }: Taken): Promise<void> {
    if (await this.#change(target, (answers) => withoutNotes(answers, notes))) {
      this.#tell("take.undone");
    }
  }

  async #change(target: CurrentAssessment, work: Parameters<CurrentAssessment["change"]>[0]): Promise<boolean> {
    try {
      await target.change(work);
      return true;
    } catch (error) {
      console.warn(error);
      this.#tell(error instanceof RangeError ? "take.too_long" : "take.failed");
      return false;
    }
  }

  #nameOf({ answers }: CurrentAssessment): string {
    return nameOfAnswers(answers ?? { format: "" }, () => this.#say("take.unnamed"));
  }

  #tell(id: string): void {
    this.#turn({ told: this.#say(id) }, ".kmop-files-told");
  }

  /** Show something else below the counts, and lead there: the button that was pressed may be gone. */
  #turn(state: State, to: string): void {
    this.#state = state;
    this.#draw();
    this.#place.querySelector<HTMLElement>(to)?.focus();
  }

  #draw(): void {
    const counts = this.#result?.words.evidence ?? [];
    this.#way.hidden = !("taken" in this.#state);
    render(counts.length === 0 ? nothing : this.#template(counts), this.#place);
  }

  #template(counts: readonly EvidenceNote[]): TemplateResult {
    const say = this.#say;
    const title = this.#result?.words.parts.find(({ name }) => name === "evidence")?.title ?? "";
    return html`<details class="kmop-more">
      <summary>${title}</summary>
      <p class="kmop-hint">${say("take.intro")}</p>
      <ul class="kmop-files-counts">
        ${counts.map((each) => html`<li>${this.#countTemplate(each)}</li>`)}
      </ul>
      ${counts.length < 2 ? nothing : html`<p><button type="button" class="md-button" data-take="all" @click=${() => void this.#ask(counts)}>${say("take.all")}</button></p>`}
      ${"asked" in this.#state ? this.#askTemplate(this.#state.asked) : this.#toldTemplate(this.#state)}
    </details>`;
  }

  #countTemplate(count: EvidenceNote): TemplateResult {
    const say = this.#say;
    return html`<p>${count.text}<span class="kmop-hint">${say("take.point", { point: count.point })}</span></p>
      <button type="button" class="md-button" data-take="one" aria-label=${say("take.one_what", { text: count.text })}
        @click=${() => void this.#ask([count])}>${say("take.one")}</button>`;
  }

  #askTemplate(asked: Asked): TemplateResult {
    const say = this.#say;
    const { target, notes, hurdle } = asked;
    const question = target.answers === null ? say("take.ask_new") : say("take.ask", { name: this.#nameOf(target) });
    return html`<div class="kmop-files-take" role="group" aria-labelledby="kmop-files-take-title">
      <h3 id="kmop-files-take-title" tabindex="-1">${question}</h3>
      ${target.kept.length > 1 ? this.#choiceTemplate(asked) : nothing}
      ${hurdle === null ? this.#notesTemplate(notes) : html`<p role="status">${say(hurdle)}</p>`}
      <p class="kmop-texts-row">
        ${hurdle === null ? html`<button type="button" class="md-button md-button--primary" data-take="yes" @click=${() => void this.#take(asked)}>${say("take.yes")}</button>` : nothing}
        <button type="button" class="md-button" data-take="no" @click=${() => this.#tell("take.not")}>${say("take.no")}</button>
      </p>
    </div>`;
  }

  #notesTemplate(notes: readonly EvidenceNote[]): TemplateResult {
    const say = this.#say;
    return html`<p>${say("take.what")}</p>
      <ul>
        ${notes.map(({ point, note }) => html`<li>${say("take.line", { point, note })}</li>`)}
      </ul>`;
  }

  /** Which of the assessments that are kept; the newest stands first, and each says when it was saved. */
  #choiceTemplate({ target, counts }: Asked): TemplateResult {
    const say = this.#say;
    const chosen = (event: Event): void => {
      void this.#ask(counts, "select", target.choose((event.target as HTMLSelectElement).value));
    };
    return html`<p><label for="kmop-files-take-which">${say("take.which")}</label>
      <select id="kmop-files-take-which" autocomplete="off" @change=${chosen}>
        ${target.id === null ? html`<option value="" selected disabled>${say("take.new")}</option>` : nothing}
        ${target.kept.map(({ id, answers, saved_at }) => html`<option value=${id} .selected=${id === target.id}>${say("take.kept", { name: nameOfAnswers(answers, () => say("take.unnamed")), time: moment(saved_at, document.documentElement.lang) })}</option>`)}
      </select></p>`;
  }

  #toldTemplate({ told, taken }: { told: string; taken?: Taken }): TemplateResult {
    return html`<p class="kmop-files-told" role="status" tabindex="-1">${told}</p>
      ${taken === undefined ? nothing : html`<p><button type="button" class="md-button" data-take="undo" @click=${() => void this.#takeBack(taken)}>${this.#say("take.undo")}</button></p>`}`;
  }
}
