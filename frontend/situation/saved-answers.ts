/** What a reader ticked and answered on the page of a situation is there again when the reader comes back. */

import { keepNotes, readNotes } from "../storage/page-notes.js";
import { partsOf } from "../ui/place.js";

interface Notes {
  /** The answers, as they stand in an address. */
  answers: string;
  /** The tasks that are ticked. */
  done: string[];
}

export class SavedAnswers {
  readonly #root: ParentNode;
  readonly #page: string;
  #answers: string;

  /** Tick again what was ticked, and keep each tick. */
  constructor(root: ParentNode) {
    this.#root = root;
    this.#page = root.querySelector(".kmop-situation-lead")?.id ?? "";
    const { answers, done } = parsed(readNotes(this.#page));
    this.#answers = answers;
    for (const box of this.#ticks) {
      box.checked = done.includes(taskOf(box));
      box.addEventListener("change", () => this.#keep());
    }
    this.#tell(answers !== "" || done.length > 0);
  }

  /** The fragment to begin with: what is kept, or the address where that says something else. */
  fragmentFor(fragment: string): string {
    const { page, rest } = partsOf(fragment);
    const kept = new URLSearchParams(this.#answers);
    const said = [...new URLSearchParams(rest.includes("=") ? rest : "")];
    const isSame = said.every(([key, value]) => kept.getAll(key).includes(value));
    return isSame && this.#answers !== "" ? `${page}#${this.#answers}` : fragment;
  }

  /** Keep the answers. */
  keepAnswers(chosen: FormData): void {
    const pairs = [...chosen].filter((pair): pair is [string, string] => typeof pair[1] === "string");
    this.#answers = new URLSearchParams(pairs).toString();
    this.#keep();
  }

  /** Forget the answers and the ticks. */
  forget(): void {
    this.#answers = "";
    for (const box of this.#ticks) {
      box.checked = false;
    }
    this.#keep();
  }

  #keep(): void {
    const notes: Notes = { answers: this.#answers, done: this.#ticks.filter((box) => box.checked).map(taskOf) };
    const isEmpty = notes.answers === "" && notes.done.length === 0;
    this.#tell(keepNotes(this.#page, isEmpty ? "" : JSON.stringify(notes)));
  }

  #tell(isKept: boolean): void {
    const told = this.#root.querySelector<HTMLElement>(".kmop-kept");
    if (told !== null) {
      told.hidden = !isKept;
    }
  }

  get #ticks(): HTMLInputElement[] {
    return [...this.#root.querySelectorAll<HTMLInputElement>(".kmop-tick input")];
  }
}

function taskOf(box: HTMLInputElement): string {
  return box.getAttribute("aria-labelledby") ?? "";
}

/** What was kept; nothing where that cannot be read. */
function parsed(text: string): Notes {
  try {
    const { answers, done } = JSON.parse(text) as Partial<Notes>;
    return { answers: typeof answers === "string" ? answers : "", done: Array.isArray(done) ? done : [] };
  } catch {
    return { answers: "", done: [] };
  }
}
