/** The day that the result is for: today, also on a page that stays open until tomorrow, unless the reader chose another. */

import { today } from "../lib/format.js";

export class ReportDate {
  readonly #input: HTMLInputElement;
  readonly #turned: (day: string) => void;
  /** The day that stands there by itself. */
  #given = "";

  /** @param turned Hears that today is another day, which stands in the field by now. */
  constructor(input: HTMLInputElement, turned: (day: string) => void) {
    this.#input = input;
    this.#turned = turned;
  }

  /** Put today there and keep it so. A timer is late on a computer that slept, so coming back to the page counts too. */
  start(): void {
    this.#give(this.#input.value || today());
    for (const type of ["focus", "pageshow"]) {
      addEventListener(type, () => this.#follow());
    }
    document.addEventListener("visibilitychange", () => this.#follow());
    this.#waitForMidnight();
  }

  /** The day, ISO; today as long as there is none in the field, or none that can be. */
  get value(): string {
    this.#follow();
    return (this.#input.validity.valid && this.#input.value) || today();
  }

  #follow(): void {
    const day = today();
    if (this.#given !== "" && this.#input.value === this.#given && day !== this.#given) {
      this.#give(day);
      this.#turned(day);
    }
  }

  #give(day: string): void {
    this.#input.value = this.#given = day;
  }

  #waitForMidnight(): void {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    setTimeout(() => {
      this.#follow();
      this.#waitForMidnight();
    }, midnight.getTime() - now.getTime());
  }
}
