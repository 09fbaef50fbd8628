/**
 * Is it worth it: three sliders, and what they come to over five years. A break-even analysis as the rules make it
 * (`assessment/rules/worth.py`), on costs that the rules worked out when the page was made.
 */

import { filled } from "../lib/messages.js";

/** What the reader reckons with: customers a year, euros of each, and shares in percent. */
export interface Guess {
  customers: number;
  price: number;
  extra: number;
  margin: number;
}

export interface Payback {
  /** Extra customers that pay for all costs until a registration is there; null where none ever do. */
  customers: number | null;
  /** Months until they have come. */
  months: number | null;
  /** Cents, by year: what it costs, what it brings, and what is left since the beginning. */
  years: { cost: number; gain: number; balance: number }[];
}

const MONTHS = 12;

/**
 * Work it out.
 *
 * @param costs Cents, what the audits and the preparation of each year cost.
 * @param whole Cents, what the registration costs by itself, without what comes after its years.
 */
export function payback(costs: number[], whole: number, { customers, price, extra, margin }: Guess): Payback {
  const gain = Math.floor((price * 100 * margin) / 100);
  const needed = gain > 0 ? Math.ceil(whole / gain) : null;
  const hundredths = customers * extra;
  const months = needed === null || hundredths === 0 ? null : Math.ceil((MONTHS * 100 * needed) / hundredths);
  const aYear = Math.round((gain * hundredths) / 100);
  let balance = 0;
  const years = costs.map((cost) => ({ cost, gain: aYear, balance: (balance += aYear - cost) }));
  return { customers: months === null ? null : needed, months, years };
}

/** Bring the sliders to life, where the page has them. */
export function bindWorth(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>("#kmop-worth");
  if (form !== null) {
    form.addEventListener("input", () => show(form));
    form.addEventListener("submit", (event) => event.preventDefault());
    show(form);
  }
}

function show(form: HTMLFormElement): void {
  const read = (name: string): number => Number(new FormData(form).get(name));
  for (const output of form.querySelectorAll("output")) {
    const [slider] = [...output.htmlFor].map((id) => document.getElementById(id));
    output.value = slider instanceof HTMLInputElement ? told(slider) : "";
  }
  const chosen = form.querySelector<HTMLInputElement>("[name=situation]:checked")?.dataset ?? {};
  const years = (chosen["years"] ?? "").split(",").map(Number);
  const guess = { customers: read("customers"), price: read("price"), extra: read("extra"), margin: Number(form.dataset["margin"]) };
  const found = payback(years, Number(chosen["whole"]), guess);
  const place = form.querySelector<HTMLElement>("[role=status]");
  if (place !== null) {
    place.textContent = sentence(place.dataset, found);
  }
  showYears(form, found.years);
}

function sentence(says: DOMStringMap, { customers, months }: Payback): string {
  if (customers === null || months === null) {
    return says["never"] ?? "";
  }
  return filled(says["needed"] ?? "", { customers, months });
}

function showYears(form: HTMLFormElement, years: Payback["years"]): void {
  form.querySelectorAll("tbody tr").forEach((row, index) => {
    const year = years[index];
    const cells = year ? [year.cost, year.gain, year.balance] : [];
    row.querySelectorAll("td").forEach((cell, place) => (cell.textContent = whole(cells[place] ?? 0)));
  });
}

function told({ value, dataset }: HTMLInputElement): string {
  return (dataset["says"] ?? "").replace("{n}", formatted(Number(value)));
}

/** Whole euros. */
function whole(cents: number): string {
  return formatted(Math.round(cents / 100));
}

function formatted(amount: number): string {
  return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 0 }).format(amount);
}
