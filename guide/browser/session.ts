/** The answers being worked on: one document, and the form that shows it. */

import {
  type Answers,
  complete,
  emptyAnswers,
  type Fields,
  isEmpty,
  type Kinds,
  merged,
  shown,
} from "./answers.js";
import { kindsOf, readFields, writeFields } from "./form.js";

export class Session {
  readonly #form: HTMLFormElement;
  readonly #kinds: Kinds;
  #answers: Answers = emptyAnswers();
  /** What the form held when document and form last agreed. */
  #fields: Fields;
  /** Whether the document began here, and not in a file or an earlier visit. */
  #fresh = true;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#kinds = kindsOf(form);
    this.#fields = new Map();
  }

  /** The document with everything in it, as it is kept in this browser. */
  get answers(): Answers {
    return this.#answers;
  }

  /** The document as the rules and a file take it. */
  get complete(): Answers {
    return complete(this.#answers);
  }

  get isEmpty(): boolean {
    return isEmpty(this.#answers);
  }

  /** Take up what the reader changed in the form. */
  read(): void {
    const fields = readFields(this.#form);
    this.#answers = merged(this.#answers, this.#fields, fields, this.#kinds);
    this.#fields = fields;
  }

  /** Show another document instead. */
  take(answers: Answers): void {
    this.#fresh = false;
    this.#answers = answers;
    writeFields(this.#form, shown(answers, this.#kinds));
    this.#fields = readFields(this.#form);
  }

  /** Show a kept document; what the reader typed before it was there wins. */
  restore(answers: Answers): void {
    const typed = readFields(this.#form);
    this.take(merged(answers, new Map(), typed, this.#kinds));
  }

  /** Change what the form does not show, such as the document's name. */
  amend(answers: Answers): void {
    this.#answers = answers;
  }

  /** Start anew. */
  clear(): void {
    this.take(emptyAnswers());
    this.#fresh = true;
  }

  /** Note which norm new answers are given to; answers from elsewhere stay as they are. Tells whether it did. */
  stamp(norm: { id: string; version: string }): boolean {
    const due = this.#fresh && !("norm" in this.#answers);
    if (due) {
      this.#answers = { ...this.#answers, norm: { id: norm.id, version: norm.version } };
    }
    return due;
  }
}
