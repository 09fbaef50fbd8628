/** The result that shows: which answers it is of, drawing it, and saving its report. */

import { nothing } from "lit/html.js";
import type { View } from "../contract/view.js";
import { addressOf } from "../form/fields.js";
import { yieldToBrowser } from "../lib/async.js";
import { download } from "../lib/download.js";
import type { Say } from "../lib/messages.js";
import { render } from "../ui/render.js";
import type { StatusPanel } from "../ui/status-panel.js";
import type { Explanations } from "./explanations.js";
import { summaryTemplate } from "./summary.js";
import { sizeOf, viewTemplate } from "./report-view.js";

const KEY = "report";
/** So many lines are drawn before a phone should look up. */
const STEP = 8;
/** The papers that are of an audit. */
const FOLDER = new Set(["folder", "folder-print"]);

/** Answers (JSON) and the date (ISO) that they were judged for. */
export interface AssessedAnswers {
  answers: string;
  date: string;
}

export interface ResultPlace {
  say: Say;
  panel: StatusPanel;
  form: HTMLFormElement;
  /** Where the first screen stands. */
  summary: HTMLElement;
  view: HTMLElement;
  /** Saves the report. */
  report: HTMLButtonElement;
  explanations: Explanations;
  /** Whether the parts come unfolded. */
  isUnfolded(): boolean;
  /** The report on answers that were judged; null when the rules cannot be asked. */
  ask(assessed: AssessedAnswers): Promise<object | null>;
}

export class ResultPanel {
  readonly #place: ResultPlace;
  #view: View | null = null;
  #assessed: AssessedAnswers | null = null;
  /** For how many lines there is room on the page. */
  #lineBudget = 0;

  constructor(place: ResultPlace) {
    this.#place = place;
    place.report.addEventListener("click", () => void this.#save());
  }

  get isThere(): boolean {
    return this.#assessed !== null;
  }

  /** Show the result of these answers; what of the first one there is no room for yet follows with `complete`. */
  show(view: View, assessed: AssessedAnswers): void {
    [this.#view, this.#assessed] = [view, assessed];
    this.#place.report.disabled = false;
    this.draw();
  }

  /** Add what is not there yet, a few lines at a time: all at once would keep the reader waiting. */
  async complete(): Promise<void> {
    while (this.#view !== null && this.#lineBudget < sizeOf(this.#view.sections)) {
      await yieldToBrowser();
      this.#lineBudget += STEP;
      this.draw();
    }
    this.#lineBudget = this.#view === null ? 0 : Infinity;
  }

  /** Take away what shows. */
  clear(): void {
    [this.#view, this.#assessed, this.#lineBudget] = [null, null, 0];
    this.#place.report.disabled = true;
    render(nothing, this.#place.summary);
    render(nothing, this.#place.view);
  }

  /** Say that the result is not of the answers as they are now, since there are errors in the form. */
  markStale(isStale: boolean): void {
    const { say, panel, summary, view } = this.#place;
    const text = say(this.isThere ? "error.stale" : "error.waiting");
    panel.notice("faults", isStale ? { tone: "attention", text } : null);
    for (const part of [summary, view]) {
      part.classList.toggle("kmop-stale", isStale && this.isThere);
    }
  }

  draw(): void {
    if (this.#view !== null) {
      const { form, say, explanations } = this.#place;
      const target = (field: string): string | null => addressOf(form, field);
      const isUnfolded = this.#place.isUnfolded();
      const { summary, why, headline } = this.#view;
      const mark = summary.state === "empty" ? nothing : explanations.mark({ key: why, about: headline });
      render(summaryTemplate(summary, say, target, mark), this.#place.summary);
      offer(this.#place.summary, summary.state);
      render(viewTemplate(this.#view, this.#lineBudget, { say, target, explanations, isUnfolded }), this.#place.view);
    }
  }

  /** Fetch the report from the rules: it is long, and hardly ever wanted. */
  async #save(): Promise<void> {
    const { say, panel, ask } = this.#place;
    if (this.#assessed === null) {
      return;
    }
    const { date } = this.#assessed;
    const report = await ask(this.#assessed);
    panel.notice(KEY, report === null ? { tone: "bad", text: say("take.not_now") } : null);
    if (report !== null) {
      // The same bytes as those of the command line, which writes this document with its keys in order too.
      const name = say("file.report", { date });
      download(name, `${JSON.stringify(report, null, 2)}\n`);
      panel.announce(say("take.saved", { name }));
    }
  }
}

/** Offer only what says something: nobody hands an auditor's folder over, or weighs the price, where there is no audit. */
function offer({ ownerDocument: page }: HTMLElement, state: string): void {
  for (const button of page.querySelectorAll<HTMLElement>("button[data-take]")) {
    const isBeside = button.closest(".kmop-take-along") !== null;
    button.hidden = (isBeside && state === "empty") || (state === "no_audit" && FOLDER.has(button.dataset["take"] ?? ""));
  }
  page.querySelector("[data-worth]")?.toggleAttribute("hidden", state === "no_audit");
}
