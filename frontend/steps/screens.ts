/** The screens that the form and the result are cut into, in order, and which of them hold for this reader. */

export class Screens {
  readonly #all: HTMLElement[];

  constructor(root: ParentNode) {
    this.#all = [...root.querySelectorAll<HTMLElement>("[data-screen]")];
  }

  get all(): readonly HTMLElement[] {
    return this.#all;
  }

  /** The screens that one goes through from the first to the result: without those that ask nothing of this reader. */
  get path(): HTMLElement[] {
    return this.#all.filter((screen) => !("aside" in screen.dataset) && hasQuestions(screen));
  }

  /** The screen that holds an element, or the first that an element holds. */
  of(element: Element): HTMLElement | null {
    const around = element.closest<HTMLElement>("[data-screen]");
    return around ?? this.path.find((screen) => element.contains(screen)) ?? null;
  }

  /** The screen after, or before, another; null at the end. What stands aside leads back to the end. */
  beside(screen: HTMLElement, places: 1 | -1): HTMLElement | null {
    const others = this.path.filter((each) => each !== screen);
    if ("aside" in screen.dataset) {
      return others.at(-1) ?? null;
    }
    return (places > 0 ? others.find((each) => follows(screen, each)) : others.findLast((each) => follows(each, screen))) ?? null;
  }
}

/** The name of the step that a screen belongs to. */
export function stepOf(screen: Element): string {
  return screen.closest<HTMLElement>("[data-step]")?.dataset["step"] ?? "";
}

/** Whether a screen has something for this reader: one that asks questions has at least one that is theirs. */
function hasQuestions(screen: HTMLElement): boolean {
  const blocks = [...screen.querySelectorAll<HTMLElement>(".kmop-field[data-field]")];
  return blocks.length === 0 || blocks.some((block) => !block.hidden && block.querySelector(":scope > .kmop-idle") === null);
}

function follows(first: Node, second: Node): boolean {
  return Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);
}
