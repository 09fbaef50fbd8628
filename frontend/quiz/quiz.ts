/** The practice test. Without this script the page shows every question with its answer. */

import { readMessages, type Say } from "../lib/messages.js";
import { type SavedAttempt, QuizAutosave } from "./autosave.js";
import { findPanel, type Panel } from "./elements.js";
import { isRight, type Question, readQuestions } from "./questions.js";
import { newSeries, seeded } from "./random.js";
import { answered, begun, chosen, current, type AttemptState } from "./schedule.js";
import { showKept, showQuestion, showResult, showVerdict, turnTo } from "./view.js";

class Quiz {
  readonly #panel: Panel;
  readonly #questions: Map<string, Question>;
  readonly #say: Say;
  readonly #keeping: QuizAutosave;
  #sitting: AttemptState = begun([]);
  #series = 0;
  /** What follows from the answer that is being explained; null while a question is asked. */
  #after: AttemptState | null = null;
  #kept: SavedAttempt | null = null;

  constructor(panel: Panel, questions: Map<string, Question>, say: Say) {
    this.#panel = panel;
    this.#questions = questions;
    this.#say = say;
    this.#keeping = new QuizAutosave((trouble) => {
      panel.keep.checked = false;
      panel.news.textContent = say(trouble);
    });
  }

  /** Listen to the reader, and offer to go on with what an earlier visit kept. */
  async open(): Promise<void> {
    const panel = this.#panel;
    panel.start.addEventListener("submit", (event) => this.#obey(event, () => this.#start()));
    panel.ask.addEventListener("submit", (event) => this.#obey(event, () => this.#goOn()));
    const buttons = {
      resume: () => this.#resume(),
      stop: () => this.#end(),
      new: () => void this.#renew(),
      again: () => this.#begin(this.#sitting.asked),
      wipe: () => void this.#wipe(),
    };
    for (const [name, work] of Object.entries(buttons)) {
      panel.button(name).addEventListener("click", work);
    }
    await this.#offer();
    panel.without.hidden = true;
    panel.whole.hidden = false;
  }

  #obey(event: SubmitEvent, work: () => void): void {
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
    this.#sitting = begun(questions);
    void this.#keeping.begin({ sitting: this.#sitting, series: this.#series }, this.#panel.keep.checked);
    this.#ask();
  }

  #resume(): void {
    if (this.#kept !== null) {
      ({ sitting: this.#sitting, series: this.#series } = this.#kept);
      void this.#keeping.resume(this.#panel.keep.checked);
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
      showQuestion(this.#panel, question, this.#sitting, this.#say);
    }
  }

  /** From a question to its explanation, and from there to the next question. */
  #goOn(): void {
    if (this.#after === null) {
      this.#check();
    } else {
      this.#sitting = this.#after;
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
      this.#after = answered(this.#sitting, right);
      showVerdict(this.#panel, question, right, this.#after, this.#say);
      void this.#keeping.note({ sitting: this.#after, series: this.#series });
    }
  }

  #now(): Question | undefined {
    return this.#questions.get(current(this.#sitting) ?? "");
  }

  #end(): void {
    this.#sitting = this.#after ?? this.#sitting;
    this.#after = null;
    if (current(this.#sitting) === null) {
      void this.#keeping.forget(); // there is nothing to go on with
    }
    turnTo(this.#panel, "end");
    showResult(this.#panel, this.#sitting, this.#questions, this.#series, this.#say);
  }

  async #renew(): Promise<void> {
    await this.#offer();
    turnTo(this.#panel, "start");
    this.#panel.title.focus();
  }

  async #offer(): Promise<void> {
    this.#kept = await this.#keeping.found(new Set(this.#questions.keys()));
    showKept(this.#panel, this.#kept, this.#say);
  }

  async #wipe(): Promise<void> {
    await this.#keeping.forget();
    await this.#offer();
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
