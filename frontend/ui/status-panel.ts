/** What the page says about itself: how far the start is, what went wrong, what was saved. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Fault } from "../contract/outcome.js";
import type { Progress } from "../contract/worker.js";
import { megabytes } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import { render } from "./render.js";
import { type ToastAction, Toasts } from "./toast.js";

const ANNOUNCE_MS = 1200;
const FAULTS_SHOWN = 20;
/** The key of what is said when the rules failed. */
export const FAILURE = "failure";

/** Something to say that stays until it is replaced or taken away. */
export interface Notice {
  tone: "bad" | "attention" | "neutral";
  text: string;
  /** What is wrong, one by one, with where it is. */
  faults?: { fault: Fault; place: string }[];
  /** What the reader can do about it here. */
  actions?: { label: string; act: () => void }[];
}

/** The part of the page around the result. */
export class StatusPanel {
  readonly #say: Say;
  readonly #status: HTMLElement;
  readonly #progress: HTMLProgressElement;
  readonly #retry: HTMLButtonElement;
  readonly #area: HTMLElement;
  readonly #progressDetail: HTMLElement;
  readonly #saveStatus: HTMLElement;
  readonly #toasts: Toasts;
  readonly #notices = new Map<string, Notice>();
  readonly #soon = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: Say, elements: PanelElements) {
    this.#say = say;
    this.#status = elements.status;
    this.#progress = elements.progress;
    this.#retry = elements.retry;
    this.#saveStatus = elements.saveStatus;
    this.#area = elements.notices;
    this.#progressDetail = elements.progressDetail;
    this.#toasts = new Toasts(elements.toasts);
  }

  /** Confirm what was just done, where one looks, with what can be done about it. */
  announce(text: string, action?: ToastAction): void {
    this.tell(text);
    if (text !== "") {
      this.#toasts.show(text, action);
    }
  }

  /** Tell who listens at once what the page shows elsewhere. */
  tell(text: string): void {
    clearTimeout(this.#timer);
    this.#soon.clear();
    if (this.#status.textContent !== text) {
      this.#status.textContent = text;
    }
  }

  /**
   * Tell what stands on the page already, for whoever listens instead of looks, and only once the reader
   * pauses: nobody wants to hear a result at every keystroke.
   *
   * @param about What it is about: of one thing only the newest is told, of several things all.
   */
  announceSoon(text: string, about = "result"): void {
    clearTimeout(this.#timer);
    this.#soon.set(about, text);
    this.#timer = setTimeout(() => {
      this.tell([...this.#soon.values()].join(" "));
    }, ANNOUNCE_MS);
  }

  /** Show how far the start is; only a new step is announced. */
  showProgress(progress: Progress, language: string): void {
    this.#progress.hidden = false;
    this.#retry.hidden = true;
    if (progress.total > 0) {
      this.#progress.max = progress.total;
      this.#progress.value = Math.min(progress.loaded, progress.total);
    } else if (progress.step !== "fetch") {
      this.#progress.removeAttribute("value");
    }
    const step = this.#say(`step.${progress.step}`);
    this.tell(step);
    this.#progressDetail.textContent = progress.total > 0 ? `${step} ${this.#bytes(progress, language)}` : step;
  }

  /** The start is over, well or not; the step that it was at is no news any more. */
  endProgress(failed: boolean): void {
    if (!this.#progress.hidden) {
      this.tell("");
    }
    this.#progress.hidden = true;
    this.#progress.removeAttribute("max"); // the next start has a size of its own
    this.#progress.removeAttribute("value");
    this.#retry.hidden = !failed;
    this.#progressDetail.textContent = "";
  }

  /** Say something under a key; null takes away what was said under it. */
  notice(key: string, notice: Notice | null): void {
    if (notice === null && !this.#notices.has(key)) {
      return; // what else is said there need not be said again
    }
    if (notice === null) {
      this.#notices.delete(key);
    } else {
      this.#notices.set(key, notice);
    }
    this.#draw();
    this.#bringToEye(notice);
  }

  /** Say beside the buttons for keeping that all is kept; nothing when it is not. */
  showSaved(text: string): void {
    this.#saveStatus.textContent = text;
  }

  /** Take away all that was said about answers; that the rules failed is true without any. */
  clear(): void {
    this.showSaved("");
    for (const key of this.#notices.keys()) {
      if (key !== FAILURE) {
        this.#notices.delete(key);
      }
    }
    this.#draw();
  }

  /** What went wrong is told below as well where it stands out of sight. */
  #bringToEye(notice: Notice | null): void {
    const { bottom } = this.#area.getBoundingClientRect();
    if (notice !== null && notice.tone !== "neutral" && bottom <= 0) {
      this.#toasts.show(notice.text);
    }
  }

  #bytes({ loaded, total, isFirst }: Progress, language: string): string {
    const values = { loaded: megabytes(loaded, language), total: megabytes(total, language) };
    // Only a service worker keeps it for when there is no connection.
    return this.#say(isFirst && "serviceWorker" in navigator ? "step.once" : "step.bytes", values);
  }

  #draw(): void {
    const notices = [...this.#notices.values()].map((notice) => this.#template(notice));
    render(notices, this.#area);
  }

  #template(notice: Notice): TemplateResult {
    const faults = notice.faults ?? [];
    const more = faults.length - FAULTS_SHOWN;
    const role = notice.tone === "bad" ? "alert" : nothing;
    return html`<div class="kmop-notice kmop-tone-${notice.tone}" role=${role}>
      <p>${notice.text}</p>
      ${faults.length ? html`<ul>${faults.slice(0, FAULTS_SHOWN).map(faultTemplate)}</ul>` : nothing}
      ${more > 0 ? html`<p>${this.#say("fault.more", { n: more })}</p>` : nothing}
      ${notice.actions ? actionsTemplate(notice.actions) : nothing}
    </div>`;
  }
}

export interface PanelElements {
  status: HTMLElement;
  progress: HTMLProgressElement;
  progressDetail: HTMLElement;
  notices: HTMLElement;
  retry: HTMLButtonElement;
  saveStatus: HTMLElement;
  toasts: HTMLElement;
}

function actionsTemplate(actions: NonNullable<Notice["actions"]>): TemplateResult {
  const button = ({ label, act }: { label: string; act: () => void }): TemplateResult =>
    html`<button type="button" class="kmop-button" @click=${act}>${label}</button>`;
  return html`<div class="kmop-buttons">${actions.map(button)}</div>`;
}

function faultTemplate({ fault, place }: { fault: Fault; place: string }): TemplateResult {
  return html`<li><b>${place}</b>: ${fault.text}</li>`;
}
