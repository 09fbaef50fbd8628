/** Shows what was in force on one day. Without this script the page lists everything by the day on which it began. */

import { inWords } from "../lib/format.js";
import { filled } from "../lib/messages.js";

/** The part of the address that names a day, so that a colleague can be sent to it. */
const ASKED = "op";
/** A day that somebody can mean: one whose year is half typed, or has two digits, lies in the first centuries. */
const DAY = /^(?:19|20)\d{2}-\d{2}-\d{2}$/;

/** Let a reader choose a day; the answer shows it again, for when another choice changed. */
export function bindInForceOn(root: ParentNode, chosen: () => Set<string>): () => void {
  const part = root.querySelector<HTMLElement>("[data-then]");
  const form = part?.querySelector("form");
  const input = form?.querySelector("input");
  if (!part || !form || !input) {
    return () => undefined;
  }
  // Also of a day before the first that is offered it can be said what is known of it.
  const show = (): void => {
    showDay(part, dayOf(input), chosen());
    if (dayOf(input) !== input.value) {
      sayOdd(part);
    }
  };
  const asked = new URL(location.href).searchParams.get(ASKED) ?? "";
  input.value = asked;
  input.value = dayOf(input);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    rememberInAddress(dayOf(input));
    show();
  });
  form.addEventListener("reset", () => {
    input.value = "";
    rememberInAddress("");
    show();
  });
  if (input.value !== "") {
    show();
  }
  return show;
}

/** The day that stands there; empty when there is none, or none that somebody can mean. */
function dayOf({ value }: HTMLInputElement): string {
  return DAY.test(value) ? value : "";
}

/** Keep the day in the address. */
function rememberInAddress(day: string): void {
  const address = new URL(location.href);
  if (day === "") {
    address.searchParams.delete(ASKED);
  } else {
    address.searchParams.set(ASKED, day);
  }
  try {
    history.replaceState(null, "", address);
  } catch {
    // A page that was opened as a file keeps the address that it has.
  }
}

function showDay(part: HTMLElement, day: string, chosen: Set<string>): void {
  const items = [...part.querySelectorAll<HTMLElement>("li[data-about]")];
  for (const item of items) {
    const touched = chosen.has(item.dataset["about"] ?? "");
    item.hidden = !touched || !(day === "" || wasInForce(item, day));
  }
  for (const era of part.querySelectorAll<HTMLElement>("[data-era]")) {
    era.hidden = era.querySelector("li:not([hidden])") === null;
  }
  showMissing(part, day === "" ? [] : missing(items, day, chosen));
  showStatus(part, day, items.filter((item) => !item.hidden).length);
}

function wasInForce(item: HTMLElement, day: string): boolean {
  return inForce(item.dataset["begin"] ?? "", item.dataset["end"] ?? "", day);
}

/** Tell whether something with this first and last day, each empty if not known, was in force on a day. */
export function inForce(begin: string, end: string, day: string): boolean {
  return (begin === "" || begin <= day) && (end === "" || day <= end);
}

/** One state of each rule of which none is known for that day. */
function missing(items: HTMLElement[], day: string, chosen: Set<string>): HTMLElement[] {
  const known = new Set(items.filter((item) => wasInForce(item, day)).map((item) => item.dataset["link"]));
  const rules = new Map<string, HTMLElement>();
  for (const item of items) {
    const rule = item.dataset["link"] ?? "";
    if (item.dataset["subject"] && !known.has(rule) && chosen.has(item.dataset["about"] ?? "")) {
      rules.set(rule, item);
    }
  }
  return [...rules.values()];
}

function showMissing(part: HTMLElement, rules: HTMLElement[]): void {
  const block = part.querySelector<HTMLElement>(".kmop-then-missing");
  if (block !== null) {
    block.hidden = rules.length === 0;
    const links = rules.map((rule) => {
      const line = document.createElement("li");
      line.append(...[rule.querySelector("a")?.cloneNode(true)].filter((link) => link !== undefined));
      return line;
    });
    block.querySelector("ul")?.replaceChildren(...links);
  }
}

/** Say what is shown, and that nothing is known of a day after the norm was last checked. */
function showStatus(part: HTMLElement, day: string, shown: number): void {
  const status = part.querySelector<HTMLElement>(".kmop-then-status");
  if (status === null || day === "") {
    status?.replaceChildren();
    return;
  }
  const words = inWords(day, document.documentElement.lang);
  const said = filled(status.dataset["said"] ?? "", { day: words, n: shown });
  const later = day > (part.dataset["checked"] ?? "") ? ` ${status.dataset["later"] ?? ""}` : "";
  status.textContent = said + later;
}

/** Say that this year cannot be, and which can. */
function sayOdd(part: HTMLElement): void {
  const status = part.querySelector<HTMLElement>(".kmop-then-status");
  status?.replaceChildren(status.dataset["odd"] ?? "");
}
