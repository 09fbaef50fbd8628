/**
 * The first figures, before the rules are there: the page of the situation that fits what was answered says what the
 * audit costs, how long it takes and which documents are asked for, and its decision table narrows that. Once the rules
 * have worked out the price, which hangs on more answers than the page asks for, it is theirs that shows.
 */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Fields } from "../answers/document.js";
import type { SummaryMoney } from "../contract/view.js";
import { readFields } from "../form/fields.js";
import { runLatest } from "../lib/async.js";
import type { Say } from "../lib/messages.js";
import { type Chosen, figuresOf, type Question, type Situation, truthsOf } from "../situation/decision-table.js";
import { showFigures, showParts } from "../situation/situation.js";
import { render } from "../ui/render.js";

/** A page of a situation, and the answers that it is made for. */
export interface SituationPage {
  page: string;
  title: string;
  profile: Record<string, unknown>;
  /** Of each day by way of example whether it is past there: that tells pages apart that have the same answers. */
  past: Record<string, boolean>;
}

/** Fetches a page of the site; null when it cannot be had. */
type Fetch = (address: URL) => Promise<Document | null>;

/** Answers without which hardly anything is known: until then no page fits. */
const NEEDED = ["provider_kind", "application"];
const BLOCKS = ["cost", "duration", "documents"] as const;
/** With so many pages that fit, each still says something. */
const MOST = 2;

export class FirstFigures {
  readonly #place: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #say: Say;
  readonly #day: () => string;
  readonly #fetch: Fetch;
  readonly #known = new Map<string, Document | null>();
  #money: SummaryMoney | null = null;

  /** @param day The day of the report, ISO. */
  constructor(place: HTMLElement, form: HTMLFormElement, say: Say, day: () => string, fetch: Fetch = fetchPage) {
    [this.#place, this.#form, this.#say, this.#day, this.#fetch] = [place, form, say, day, fetch];
  }

  /** Show what the pages say that fit the answers now; nothing as long as that are many. The newest answers come last. */
  readonly update: () => void = runLatest(() => this.#show()).bind(null, undefined);

  /** Hear the price that the rules worked out; null where there is none. */
  tell(money: SummaryMoney | null): void {
    this.#money = money;
    this.update();
  }

  async #show(): Promise<void> {
    const found = fitting(readPages(), readFields(this.#form), this.#day());
    const pages = found.length > MOST ? [] : found;
    await Promise.all(pages.map(({ page }) => this.#get(page)));
    // Of several pages each is for other answers, and the price of the rules for all of them.
    const money = pages.length === 1 ? this.#money : null;
    const parts = pages.map((page) => this.#template(page, money));
    this.#place.hidden = parts.every((part) => part === nothing);
    render(parts, this.#place);
  }

  async #get(page: string): Promise<void> {
    if (!this.#known.has(page)) {
      this.#known.set(page, await this.#fetch(addressOf(page)));
    }
  }

  #template({ page, title }: SituationPage, money: SummaryMoney | null): TemplateResult | typeof nothing {
    const read = this.#known.get(page);
    if (!read) {
      return nothing;
    }
    const narrowed = narrow(read, readFields(this.#form), money && pricesOf(money, this.#say));
    const decisive = narrowed.querySelector(".kmop-decisive")?.textContent?.trim();
    const block = (name: (typeof BLOCKS)[number]) => blockTemplate(narrowed, name, addressOf(page), this.#say);
    return html`<div class="kmop-figures__of">
      <h3>${title}</h3>
      ${decisive ? html`<p>${decisive}</p>` : nothing}
      ${block("cost")} ${block("duration")} ${block("documents")}
      <p><a href=${addressOf(page).href}>${this.#say("figures.page")}</a></p>
    </div>`;
  }
}

/**
 * The pages whose answers nothing contradicts that was answered. Two pages for the same answers both fit, until a day
 * tells them apart.
 */
export function fitting(pages: SituationPage[], fields: Fields, day: string): SituationPage[] {
  const isPublic = valuesOf("provider_kind", fields).includes("public");
  if (!isPublic && NEEDED.some((field) => valuesOf(field, fields).length === 0)) {
    return [];
  }
  return pages.filter(
    ({ profile, past }) =>
      Object.entries(profile).every(([field, value]) => isSame(value, valuesOf(field, fields))) &&
      Object.entries(past).every(([field, isPast]) => valuesOf(field, fields).every((value) => value < day === isPast)),
  );
}

/** What is chosen in the form, as a page of a situation has it in its address. */
export function chosenOf(questions: Question[], fields: Fields): Chosen {
  return (key) => {
    const question = questions.find((each) => each.key === key);
    const values = question ? valuesOf(question.field, fields) : [];
    return question ? values.flatMap((value) => keyOf(question, value)) : [];
  };
}

/** Whether a number was answered that falls under none of the page's own: what the page says of the price does not hold then. */
export function isOutside(questions: Question[], fields: Fields): boolean {
  return questions.some(
    (question) =>
      question.choices.some(([, choice]) => typeof choice === "number") &&
      valuesOf(question.field, fields).some((value) => value !== "" && keyOf(question, value).length === 0),
  );
}

/** The answer that a value falls under: the same one, or else of numbers the smallest that is not less. */
function keyOf({ choices, none }: Question, value: string): string[] {
  if (value === "" && none !== null) {
    return [none];
  }
  const found = choices.find(([, choice]) => String(choice) === value) ?? roundedUp(choices, Number(value));
  return found ? [found[0]] : [];
}

/** The choice with the smallest number that is not less; in which order they stand is for whoever reads them. */
function roundedUp(choices: Question["choices"], value: number): Question["choices"][number] | undefined {
  const enough = choices.filter(([, choice]) => typeof choice === "number" && value <= choice);
  return enough.sort(([, one], [, other]) => Number(one) - Number(other))[0];
}

function isSame(wanted: unknown, values: readonly string[]): boolean {
  const all = [wanted].flat().map(String);
  return values.length === 0 || (all.length === values.length && all.every((each) => values.includes(each)));
}

function valuesOf(field: string, fields: Fields): readonly string[] {
  return (fields.get(`profile.${field}`) ?? []).filter((value) => value !== "?");
}

/** The price of the rules, under the names that figures have on a page. */
function pricesOf({ text, range }: SummaryMoney, say: Say): Record<string, string> {
  return { price: text, price_whole: range === null ? text : say("figures.price", { text, range }) };
}

/** A copy of the page in which only stands what holds, with the figures of these answers. */
function narrow(page: Document, fields: Fields, prices: Record<string, string> | null): Element {
  const copy = page.querySelector("article")?.cloneNode(true) as Element;
  const text = copy.querySelector("#kmop-situation")?.textContent;
  if (text) {
    const situation = JSON.parse(text) as Situation;
    const chosen = chosenOf(situation.questions, fields);
    showParts(copy, truthsOf(situation, chosen));
    showFigures(copy, { ...figuresOf(situation, chosen), ...prices });
    if (prices === null && isOutside(situation.questions, fields)) {
      copy.querySelectorAll("[data-figure^=price]").forEach((price) => price.closest(".kmop-decisive, [data-block]")?.remove());
    }
  }
  for (const gone of copy.querySelectorAll("[hidden], script")) {
    gone.remove();
  }
  return copy;
}

function blockTemplate(page: Element, name: string, address: URL, say: Say): TemplateResult | typeof nothing {
  const parts = [...page.querySelectorAll(`[data-block="${name}"]`)];
  for (const link of parts.flatMap((part) => [...part.querySelectorAll("a")])) {
    link.href = new URL(link.getAttribute("href") ?? "", address).href;
  }
  const isLong = name === "documents";
  const body = isLong ? html`<details class="kmop-more"><summary>${say(`figures.${name}`)}</summary>${parts}</details>` : parts;
  return parts.length === 0 ? nothing : html`${isLong ? nothing : html`<h4>${say(`figures.${name}`)}</h4>`}${body}`;
}

function readPages(): SituationPage[] {
  return JSON.parse(document.getElementById("kmop-situations")?.textContent ?? "[]") as SituationPage[];
}

/** The pages stand beside this one. */
function addressOf(page: string): URL {
  return new URL(`../${page}/`, location.href.replace(/#.*$/, ""));
}

async function fetchPage(address: URL): Promise<Document | null> {
  if (location.protocol === "file:") {
    return null; // the one file has the rules at hand, and may fetch nothing
  }
  try {
    const response = await fetch(address);
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  } catch {
    return null; // no line, and not kept: the rules say it in a moment
  }
}
