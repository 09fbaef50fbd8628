/**
 * The calculation behind a conclusion, as a disclosure that is fetched from the rules only when somebody unfolds it.
 */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { keyed } from "lit/directives/keyed.js";
import type { Calculation, CalculationStep, Grounds } from "../contract/view.js";
import type { Say } from "../lib/messages.js";
import { sourcesTemplate, standingTemplate } from "./sources.js";

type Template = TemplateResult | typeof nothing;
type Calculations = Record<string, Calculation>;
type Ask = (answers: string, date: string, keys: string) => Promise<Calculations | null>;

/** What a mark stands beside. */
export interface Marked {
  /** The conclusion that it tells, by the key that the rules' `explain` knows. */
  key: string | null;
  /** Tells who listens what it is about. */
  about: string;
  standing?: Grounds;
  /** What is told before the calculation. */
  content?: Template;
  /** Whether it stands within another mark: who asks for all marks gets those of the lines, and no further. */
  isNested?: boolean;
}

const nothingKnown: Calculations = {};

/** The calculations behind the result that shows. */
export class Explanations {
  readonly #place: HTMLElement;
  readonly #say: Say;
  readonly #ask: Ask;
  readonly #redraw: () => void;
  #known: Calculations = nothingKnown;
  /** What was asked for these answers: what the rules know nothing of is asked once. */
  #asked = new Set<string>();
  #answers = "";
  #date = "";
  #showsAll = false;

  /**
   * @param place Where the result shows; its disclosures tell which calculations somebody reads.
   * @param ask Asks the rules for the calculations of these conclusions (a list as JSON).
   * @param redraw Shows the result again: more of it is known.
   */
  constructor(place: HTMLElement, say: Say, ask: Ask, redraw: () => void) {
    this.#place = place;
    this.#say = say;
    this.#ask = ask;
    this.#redraw = redraw;
  }

  /** Before the result of other answers shows: what is unfolded now, for these answers. */
  async refetchOpen(answers: string, date: string): Promise<void> {
    const keys = this.#unfolded();
    const found = keys.length ? await this.#ask(answers, date, JSON.stringify(keys)) : nothingKnown;
    [this.#answers, this.#date] = [answers, date];
    this.#known = found ?? nothingKnown;
    this.#asked = new Set(keys);
  }

  /** After the result shows: what was unfolded while it was on its way. */
  fetchUnfolded(): void {
    void this.#fetch(this.#unfolded());
  }

  /** The calculations that are here: another object as soon as they are others. */
  get known(): object {
    return this.#known;
  }

  /** Whether all grounds show. */
  get showsAll(): boolean {
    return this.#showsAll;
  }

  /** Show the grounds of everything, or fold them all; their calculations come together. */
  async showAll(isWanted: boolean): Promise<void> {
    this.#showsAll = isWanted;
    this.#redraw();
    await this.#fetch(this.#unfolded());
  }

  /** The one mark of a statement: unfolded, it tells its standing, its sources and how it was worked out. */
  mark({ key, about, standing, content, isNested }: Marked): Template {
    const unfolded = ({ target }: Event): void => {
      if (key !== null && target instanceof HTMLDetailsElement && target.open) {
        void this.#fetch([key]);
      }
    };
    // Of another conclusion in the same place nobody has unfolded anything.
    return html`${keyed(
      key,
      html`<details class="kmop-fold kmop-why" data-why=${key ?? nothing} ?open=${this.#showsAll && !isNested} @toggle=${unfolded}>
        <summary>${this.#say("why.open")}<span class="kmop-hidden">: ${about}</span> ${standing ? standingTemplate(standing) : nothing}</summary>
        ${content ? html`<div class="kmop-why__given">${content}</div>` : nothing}
        ${key === null ? nothing : this.#content(this.#known[key])}
      </details>`,
    )}`;
  }

  /** The conclusions of which somebody reads the calculation. */
  #unfolded(): string[] {
    const open = this.#place.querySelectorAll<HTMLElement>("details[data-why][open]");
    return [...new Set([...open].map(({ dataset }) => dataset["why"] ?? ""))];
  }

  async #fetch(keys: string[]): Promise<void> {
    const answers = this.#answers;
    const missing = keys.filter((key) => !(key in this.#known) && !this.#asked.has(key));
    if (missing.length === 0) {
      return;
    }
    missing.forEach((key) => this.#asked.add(key));
    const found = await this.#ask(answers, this.#date, JSON.stringify(missing));
    if (answers === this.#answers) {
      this.#known = { ...this.#known, ...found };
      this.#redraw();
    }
  }

  #content(calculation: Calculation | undefined): Template {
    if (calculation === undefined) {
      return html`<p>${this.#say("why.wait")}</p>`;
    }
    const { rule, method, norm, facts, steps, reason } = calculation;
    return html`<div class="kmop-why__content">
      <p><b>${rule}.</b> ${method}</p>
      ${norm ? html`<p>${norm}</p>` : nothing} ${this.#facts(facts)}
      ${steps.length ? html`<ol>${steps.map((step) => this.#step(step))}</ol>` : nothing}
      <p><b>${this.#say("why.so")}</b> ${reason} ${standingTemplate(calculation)}</p>
      ${sourcesTemplate(calculation.sources)}
    </div>`;
  }

  #facts(facts: Calculation["facts"]): Template {
    return facts.length
      ? html`<p><b>${this.#say("why.facts")}</b></p>
          <dl class="kmop-details">
            ${facts.map(({ label, text }) => html`<dt>${label}</dt><dd>${text}</dd>`)}
          </dl>`
      : nothing;
  }

  /** A step that builds on another conclusion unfolds that one in turn. */
  #step(step: CalculationStep): Template {
    return html`<li>
      ${step.text} ${standingTemplate(step)} ${sourcesTemplate(step.sources)}
      ${step.on === null ? nothing : this.mark({ key: step.on, about: step.text, isNested: true })}
    </li>`;
  }
}
