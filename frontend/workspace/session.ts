/** The answers being worked on: one document, and the form that shows it. */

import {
  type Answers,
  applyFormChanges,
  emptyAnswers,
  type Fields,
  forRules,
  isEmpty,
  type Kinds,
  toFields,
} from "../answers/document.js";
import type { Norm } from "../answers/norm-version.js";
import { kindsOf, normOf, readFields, writeFields } from "../form/fields.js";

export class Session {
  readonly #form: HTMLFormElement;
  readonly #kinds: Kinds;
  readonly #norm: Norm;
  #answers: Answers = emptyAnswers();
  /** What the form held when document and form last agreed. */
  #fields: Fields;
  /** Whether the answers were all given here: those of a file that names no norm stay as they are. */
  #fresh = true;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#kinds = kindsOf(form);
    this.#norm = normOf(form);
    this.#fields = new Map();
  }

  /** The document with everything in it, as it is kept in this browser. */
  get answers(): Answers {
    return this.#answers;
  }

  /** The document as the rules and a file take it. */
  get complete(): Answers {
    return forRules(this.#answers);
  }

  get isEmpty(): boolean {
    return isEmpty(this.#answers);
  }

  /** Take up what the reader changed in the form, and note which norm new answers are given to. */
  read(): void {
    const fields = readFields(this.#form);
    const answers = applyFormChanges(this.#answers, this.#fields, fields, this.#kinds);
    this.#answers = this.#fresh && !("norm" in answers) ? { ...answers, norm: { ...this.#norm } } : answers;
    this.#fields = fields;
  }

  /** Show another document instead. */
  show(answers: Answers): void {
    this.#fresh = isEmpty(answers);
    this.#answers = answers;
    writeFields(this.#form, toFields(answers, this.#kinds));
    this.#fields = readFields(this.#form);
  }

  /** Show a kept document; what the reader typed before it was there wins. */
  restore(answers: Answers): void {
    const typed = readFields(this.#form);
    this.show(applyFormChanges(answers, new Map(), typed, this.#kinds));
  }

  /** Change what the form does not show, such as the document's name. */
  update(answers: Answers): void {
    this.#answers = answers;
  }

  /** Start anew. */
  clear(): void {
    this.show(emptyAnswers());
  }
}
