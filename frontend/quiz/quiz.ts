/** The practice test. Without this script the page shows every question with its answer. */

import { readMessages, type Say } from "../lib/messages.js";
import { type SavedAttempt, QuizAutosave } from "./autosave.js";
import { findPanel, type Panel } from "./elements.js";
import { isRight, type Question, readQuestions } from "./questions.js";
import { newSeries, seeded } from "./random.js";
import { answered, begun, chosen, current, type AttemptState } from "./schedule.js";
import { showQuestion, showResult, showSaved, showVerdict, turnTo } from "./view.js";

class Quiz {
  readonly #panel: Panel;
  readonly #questions: Map<string, Question>;
  readonly #say: Say;
  readonly #autosave: QuizAutosave;
  #state: AttemptState = begun([]);
  #series = 0;
  /** What follows from the answer that is being explained; null while a question is asked. */
  #after: AttemptState | null = null;
  #saved: SavedAttempt | null = null;

  constructor(panel: Panel, questions: Map<string, Question>, say: Say) {
    this.#panel = panel;
    this.#questions = questions;
    this.#say = say;
    this.#autosave = new QuizAutosave((error) => {
      panel.keep.checked = false;
      panel.news.textContent = say(error);
    });
  }

  /** Listen to the reader, and offer to go on with what an earlier visit kept. */
  async open(): Promise<void> {
    const panel = this.#panel;
    panel.start.addEventListener("submit", (event) => this.#handle(event, () => this.#start()));
    panel.ask.addEventListener("submit", (event) => this.#handle(event, () => this.#goOn()));
    const buttons = {
      resume: () => this.#resume(),
      stop: () => this.#end(),
      new: () => void this.#renew(),
      again: () => this.#begin(this.#state.asked),
      wipe: () => void this.#wipe(),
    };
    for (const [name, work] of Object.entries(buttons)) {
      panel.button(name).addEventListener("click", work);
    }
    await this.#offerSaved();
    panel.without.hidden = true;
    panel.whole.hidden = false;
  }

  #handle(event: SubmitEvent, work: () => void): void {
    event.preventDefault();
    work();
  }

  #start(): void {
    const data = new FormData(this.#panel.start);
    const topics = new Set(data.getAll("topic").map(String));
    this.#panel.startError.textContent = topics.size === 0 ? this.#say("choose_topic") : "";
    if (topics.size > 0) {
      this.#series = Number(data.get("series")) || newSeries();
      this.#begin(chosen([...this.#questions.values()], topics, Number(data.get("length")), seeded(this.#series)));
    }
  }

  #begin(questions: readonly string[]): void {
    this.#panel.news.textContent = "";
    this.#state = begun(questions);
    void this.#autosave.begin({ sitting: this.#state, series: this.#series }, this.#panel.keep.checked);
    this.#ask();
  }

  #resume(): void {
    if (this.#saved !== null) {
      ({ sitting: this.#state, series: this.#series } = this.#saved);
      void this.#autosave.resume(this.#panel.keep.checked);
      this.#ask();
    }
  }

  #ask(): void {
    this.#after = null;
    const question = this.#now();
    if (question === undefined) {
      this.#end();
    } else {
      turnTo(this.#panel, "ask");
      showQuestion(this.#panel, question, this.#state, this.#say);
    }
  }

  /** From a question to its explanation, and from there to the next question. */
  #goOn(): void {
    if (this.#after === null) {
      this.#check();
    } else {
      this.#state = this.#after;
      this.#ask();
    }
  }

  #check(): void {
    const inputs = [...this.#panel.question.querySelectorAll("input")];
    const question = this.#now();
    const isAnswered = inputs.some((input) => input.checked);
    this.#panel.askError.textContent = isAnswered ? "" : this.#say("choose");
    if (question !== undefined && isAnswered) {
      const right = isRight(inputs);
      this.#after = answered(this.#state, right);
      showVerdict(this.#panel, question, right, this.#after, this.#say);
      void this.#autosave.update({ sitting: this.#after, series: this.#series });
    }
  }

  #now(): Question | undefined {
    return this.#questions.get(current(this.#state) ?? "");
  }

  #end(): void {
    this.#state = this.#after ?? this.#state;
    this.#after = null;
    if (current(this.#state) === null) {
      void this.#autosave.forget(); // there is nothing to go on with
    }
    turnTo(this.#panel, "end");
    showResult(this.#panel, this.#state, this.#questions, this.#series, this.#say);
  }

  async #renew(): Promise<void> {
    await this.#offerSaved();
    turnTo(this.#panel, "start");
    this.#panel.title.focus();
  }

  async #offerSaved(): Promise<void> {
    this.#saved = await this.#autosave.restore(new Set(this.#questions.keys()));
    showSaved(this.#panel, this.#saved, this.#say);
  }

  async #wipe(): Promise<void> {
    await this.#autosave.forget();
    await this.#offerSaved();
    this.#panel.news.textContent = this.#say("wiped");
    this.#panel.title.focus();
  }
}

/** Let a reader take the test on the page that has one. */
export function bindQuiz(root: ParentNode): void {
  const panel = findPanel();
  if (panel !== null) {
    const say = readMessages(document.getElementById("kmop-quiz-messages"), "quiz");
    void new Quiz(panel, readQuestions(root), say).open();
  }
}
