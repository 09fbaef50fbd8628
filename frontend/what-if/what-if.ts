/** What if: up to three scenarios beside today, which follow every change. */

import type { Answers } from "../answers/document.js";
import {
  adopted,
  type Scenario,
  MAX_SCENARIOS,
  scenariosOf,
  type Scores,
  scoring,
  supposing,
  withScenarios,
} from "../answers/scenarios.js";
import { nameOfAnswers, nameOfScenario, shortened } from "../answers/title.js";
import type { WhatIfResult } from "../contract/comparison.js";
import { runLatest } from "../lib/async.js";
import { confirmLoss } from "../ui/dialog.js";
import type { PageContext } from "../ui/page-context.js";
import { render } from "../ui/render.js";
import type { ScenarioActions } from "./card.js";
import { choiceFields, withAnother, withoutOne } from "./choices.js";
import { scenariosTemplate } from "./scenario-card.js";
import { meaningOf, type TypedField, wrongText } from "./typed.js";
import { keyOf, scoreKeyOf } from "./typed-field.js";

/** What scenarios hang on: the open answers, as far as they read and change them. */
export interface ScenarioHost {
  readonly answers: Answers;
  /** Change one thing of them, by its name; null for a change that is taken back by itself. */
  update(answers: Answers, what: string | null): void;
  /** Put others in their place. */
  replace(answers: Answers): void;
  /** Take back the last change. */
  undo(): unknown;
}

export interface WhatIfContext {
  page: PageContext;
  open: ScenarioHost;
  /** What follows from the scenarios; null when that cannot be told now. */
  ask(): Promise<WhatIfResult | null>;
  /** Go on with answers as an assessment of their own. */
  openAsNew(answers: Answers): Promise<unknown>;
  /** Draw without moving what the reader is at. */
  keepInPlace(draw: () => void): void;
}

export class WhatIf {
  readonly #context: WhatIfContext;
  readonly #section: HTMLElement;
  readonly #place: HTMLElement;
  readonly #actions: ScenarioActions;
  /** What was typed and means nothing: it stays in sight, and nothing is supposed by it. */
  readonly #wrong = new Map<string, string>();
  #result: WhatIfResult | null = null;
  /** Whether the reader just changed a scenario, and waits to hear what follows. */
  #curious = false;
  /** How often the scenarios were changed. */
  #changed = 0;

  /** @param section Where in the form the scenarios go; its last child is drawn over. */
  constructor(context: WhatIfContext, section: HTMLElement) {
    this.#context = context;
    this.#section = section;
    this.#place = section.lastElementChild as HTMLElement;
    this.#actions = this.#makeActions();
    // The form listens for answers; what is supposed here is none.
    section.addEventListener("input", (event) => event.stopPropagation());
    section.addEventListener("change", (event) => event.stopPropagation());
    this.#draw();
  }

  /** Show the scenarios of the answers as they are now. */
  update(): void {
    this.#draw();
  }

  /** Ask what follows from the scenarios, after the result itself: that comes first. */
  refetch(): void {
    if (this.#scenarios.length > 0) {
      this.#askAgain(undefined);
    } else {
      this.#result = null;
      this.#curious = false;
    }
  }

  /** Whether the reader waits to hear what follows from a scenario, and not the result as it was. */
  get isCurious(): boolean {
    return this.#curious;
  }

  readonly #askAgain = runLatest(async () => {
    const change = this.#changed;
    const result = await this.#context.ask();
    if (result === null || result.scenarios.length !== this.#scenarios.length) {
      return; // of before a scenario was added or taken away: that is asked again
    }
    this.#result = result;
    this.#context.keepInPlace(() => this.#draw());
    if (this.#curious && change === this.#changed) {
      this.#curious = false; // else it is of before the newest change, which is asked again
      this.#context.page.panel.announceSoon(result.table.summary.join(" "), "scenarios");
    }
  });

  get #scenarios(): Scenario[] {
    return scenariosOf(this.#context.open.answers);
  }

  #makeActions(): ScenarioActions {
    return {
      add: () => this.#add(),
      rename: (index, title) => this.#change(index, "title", (old) => renamed(old, title)),
      setAnswer: (index, field, value) => this.#change(index, field, (old) => supposing(old, field, value)),
      setTyped: (index, field, text, isBad) => this.#setTyped(index, field, text, isBad),
      setScore: (index, scores) => this.#setScore(index, scores),
      clearScore: (index, check) => this.#clearScore(index, check),
      missing: (index) => this.#tellWrong(scoreKeyOf(index), "", this.#context.page.say("what_if.missing")),
      apply: (index) => void this.#apply(index),
      saveAsNew: (index) => void this.#saveAsNew(index),
      remove: (index) => this.#remove(index),
    };
  }

  #add(): void {
    const before = this.#scenarios;
    if (before.length >= MAX_SCENARIOS) {
      this.#announce("what_if.full");
      return;
    }
    this.#result &&= withAnother(this.#result);
    this.#write([...before, {}], null);
    this.#focus(`[data-scenario="${before.length}"] input`);
  }

  #change(index: number, what: string, change: (old: Scenario) => Scenario): void {
    const scenarios = this.#scenarios.map((old, each) => (each === index ? change(old) : old));
    this.#write(scenarios, `scenarios.${index}.${what}`);
  }

  #setTyped(index: number, field: TypedField, text: string, isBad: boolean): void {
    const value = isBad ? null : meaningOf(field, text);
    if (value === null) {
      this.#tellWrong(keyOf(index, field), text, wrongText(field, this.#context.page.say));
    } else {
      this.#wrong.delete(keyOf(index, field));
      this.#change(index, field.id, (old) => supposing(old, field.id, value));
    }
  }

  /** What is wrong stands beside the field; who does not look hears it. */
  #tellWrong(key: string, text: string, sentence: string): void {
    this.#wrong.set(key, text);
    this.#draw();
    this.#context.page.panel.announceSoon(sentence, "scenarios");
  }

  #setScore(index: number, scores: Record<string, Scores>): void {
    if (Object.keys(scores).length > 0) {
      this.#wrong.delete(scoreKeyOf(index));
      this.#change(index, `checks.${Object.keys(scores).join()}`, (old) => scoring(old, scores));
    }
  }

  #clearScore(index: number, check: string): void {
    this.#change(index, `checks.${check}`, (old) => scoring(old, { [check]: {} }));
    this.#focus(`[data-scenario="${index}"] :is([data-unscore], select)`);
  }

  #remove(index: number): void {
    const name = this.#nameOf(index);
    const removed = this.#scenarios[index] ?? {};
    this.#wrong.clear(); // the others have another place now
    this.#result &&= withoutOne(this.#result, index);
    this.#write(this.#scenarios.filter((_, each) => each !== index), null);
    this.#focus("[data-add-scenario]");
    this.#curious = false;
    this.#announce("what_if.removed", { name }, () => this.#bringBack(index, removed));
  }

  /** Put a scenario back where it stood, whatever was changed since; where another took its place, say so. */
  #bringBack(index: number, removed: Scenario): void {
    const now = this.#scenarios;
    if (now.length >= MAX_SCENARIOS) {
      this.#announce("what_if.full");
      return;
    }
    this.#wrong.clear();
    this.#result = null;
    this.#write([...now.slice(0, index), removed, ...now.slice(index)], null);
    this.#focus(`[data-scenario="${index}"] input`);
  }

  async #apply(index: number): Promise<void> {
    const { page, open } = this.#context;
    const name = this.#nameOf(index);
    if (await confirmLoss(page.say, "adopt", { name })) {
      const before = open.answers;
      open.replace(adopted(before, index));
      const after = open.answers;
      this.#section.focus();
      this.#announce("what_if.adopted", { name }, () => (open.answers === after ? open.undo() : open.replace(before)));
    }
  }

  /** Go on with a scenario as an assessment of its own. */
  async #saveAsNew(index: number): Promise<void> {
    const { page, open, openAsNew } = this.#context;
    const { say } = page;
    const values = { name: nameOfAnswers(open.answers, say), scenario: this.#nameOf(index) };
    const title = shortened(say("what_if.branch_name", values));
    await openAsNew({ ...withScenarios(adopted(open.answers, index), []), title });
    this.#section.focus();
  }

  #nameOf(index: number): string {
    return nameOfScenario(this.#scenarios[index] ?? {}, index, this.#context.page.say);
  }

  #write(scenarios: Scenario[], what: string | null): void {
    this.#curious = true;
    this.#changed += 1;
    const { open } = this.#context;
    open.update(withScenarios(open.answers, scenarios), what);
  }

  #announce(id: string, values: Record<string, string> = {}, undo?: () => unknown): void {
    const { panel, say } = this.#context.page;
    panel.announce(say(id, values), undo && { label: say("applied.undo"), act: () => void undo() });
  }

  #focus(selector: string): void {
    this.#place.querySelector<HTMLElement>(selector)?.focus();
  }

  #draw(): void {
    const { form, say, language } = this.#context.page;
    const { answers } = this.#context.open;
    const scenarios = this.#scenarios;
    const result = scenarios.length > 0 && scenarios.length === this.#result?.scenarios.length ? this.#result : null;
    // Reading all choices off the form takes a while, and most readers have no scenario.
    const fields = scenarios.length > 0 ? choiceFields(form, answers, language, say) : [];
    const model = { scenarios, result, fields, answers, wrong: this.#wrong, isFull: scenarios.length >= MAX_SCENARIOS };
    render(scenariosTemplate(model, this.#actions, form, say), this.#place);
  }
}

function renamed({ title: _old, ...rest }: Scenario, title: string): Scenario {
  return title === "" ? rest : { ...rest, title };
}
