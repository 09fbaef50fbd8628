/**
 * Toasts: what was just done is told below, where one looks, and goes by itself; not while somebody points at it or has
 * the focus in it. The page tells whoever listens by other means.
 */

/** What can be done about what was told. */
export interface ToastAction {
  label: string;
  act: () => void;
}

const SHOWN_MS = 6000;
/** To reach for a button takes longer. */
const WITH_ACTION_MS = 20_000;
/** As many as leave the page in sight. */
const MOST = 3;

export class Toasts {
  readonly #area: HTMLElement;

  constructor(area: HTMLElement) {
    this.#area = area;
  }

  /** Tell it; what was told in the same words goes. */
  show(text: string, action?: ToastAction): void {
    const told = [...this.#area.children];
    told.filter((each) => each.firstChild?.textContent === text).forEach((each) => each.remove());
    told.slice(0, Math.max(0, told.length - MOST + 1)).forEach((each) => each.remove());
    const toast = document.createElement("div");
    toast.className = "kmop-toast";
    toast.append(withText("p", text), ...(action ? [this.#button(action, toast)] : []));
    this.#area.append(toast);
    this.#endLater(toast, action ? WITH_ACTION_MS : SHOWN_MS);
  }

  /** Take away all that was told. */
  clear(): void {
    this.#area.replaceChildren();
  }

  #button({ label, act }: ToastAction, toast: HTMLElement): HTMLElement {
    const button = withText("button", label);
    button.setAttribute("type", "button");
    button.className = "kmop-button";
    button.addEventListener("click", () => {
      toast.remove();
      act();
    });
    return button;
  }

  #endLater(toast: HTMLElement, milliseconds: number): void {
    setTimeout(() => (toast.matches(":hover, :focus-within") ? this.#endLater(toast, SHOWN_MS) : toast.remove()), milliseconds);
  }
}

function withText(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
