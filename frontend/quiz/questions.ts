/** The questions as the page brings them, complete with answers; a test shows copies of them. */

import type { Listed } from "./schedule.js";

export interface Question extends Listed {
  /** What is asked, in words. */
  text: string;
  /** A copy of what is asked, to answer. */
  ask(): HTMLFieldSetElement;
  /** A copy of the explanation. */
  why(): DocumentFragment;
}

export function readQuestions(page: ParentNode): Map<string, Question> {
  const items = [...page.querySelectorAll<HTMLElement>(".kmop-questions > .kmop-question")];
  return new Map(items.map((item) => [item.id, question(item)]));
}

function question(item: HTMLElement): Question {
  const fieldset = item.querySelector("fieldset");
  const why = item.querySelector(".kmop-quiz-why");
  if (fieldset === null || why === null) {
    throw new TypeError(`#${item.id}`);
  }
  return {
    id: item.id,
    topic: item.closest<HTMLElement>("[data-topic]")?.dataset["topic"] ?? "",
    text: fieldset.querySelector("legend")?.textContent ?? "",
    ask: () => untouched(fieldset.cloneNode(true) as HTMLFieldSetElement),
    why: () => contents(why),
  };
}

/** A copy that has nothing to do with what the reader ticked in the list, nor with its names. */
function untouched(copy: HTMLFieldSetElement): HTMLFieldSetElement {
  for (const input of copy.querySelectorAll("input")) {
    input.name = "answer";
    input.checked = false;
  }
  return copy;
}

function contents(element: Element): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...[...element.childNodes].map((node) => node.cloneNode(true)));
  return fragment;
}

/** Whether exactly what is right was chosen. */
export function isRight(inputs: readonly HTMLInputElement[]): boolean {
  return inputs.every((input) => input.checked === "right" in input.dataset);
}
