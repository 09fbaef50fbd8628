/** The document and the form that shows it, kept in agreement. */

import {
  type Answers,
  applyFormChanges,
  emptyAnswers,
  type Fields,
  forRules,
  isEmpty,
  toFields,
} from "../answers/document.js";
import type { AnswersForm } from "../form/fields.js";

export class Session {
  readonly #form: AnswersForm;
  #answers: Answers = emptyAnswers();
  /** What the form held when document and form last agreed. */
  #fields: Fields = new Map();
  /** Whether the answers were all given here: those of a file that names no norm stay as they are. */
  #fresh = true;

  constructor(form: AnswersForm) {
    this.#form = form;
  }

  /** The document with everything in it, as it is kept in this browser. */
  get answers(): Answers {
    return this.#answers;
  }

  /** The document as the rules and a file take it. */
  get forRules(): Answers {
    return forRules(this.#answers);
  }

  get isEmpty(): boolean {
    return isEmpty(this.#answers);
  }

  /** Take up what the reader changed in the form, and note which norm new answers are given to. */
  read(): void {
    const { kinds, norm } = this.#form;
    const fields = this.#form.read();
    const answers = applyFormChanges(this.#answers, this.#fields, fields, kinds);
    this.#answers = this.#fresh && !("norm" in answers) ? { ...answers, norm: { ...norm } } : answers;
    this.#fields = fields;
  }

  /** Show another document instead. */
  show(answers: Answers): void {
    this.#fresh = isEmpty(answers);
    this.#answers = answers;
    this.#form.write(toFields(answers, this.#form.kinds));
    this.#fields = this.#form.read();
  }

  /** Show a kept document; what the reader typed before it was there wins. */
  restore(answers: Answers): void {
    this.show(applyFormChanges(answers, new Map(), this.#form.read(), this.#form.kinds));
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
