/**
 * The pages of the guide, all in one file: packed until the first is asked for, then each in a template. Links between
 * them lead from one to the other.
 *
 * The address after the `#` says which page shows: `#/kostprijs/#uurprijs` is a place on a page, and what does not begin
 * with a slash is a place on the page that shows. The self-assessment stays where it is, only hidden, with all answers.
 */

import { decompress } from "fzstd";
import { carriesAnswers } from "../answers/share-link.js";
import { unfold } from "../guide-pages/folds.js";
import { byId } from "../lib/dom.js";
import { bindAll } from "./page-scripts.js";

/** Only for working out what a relative link means; nothing is ever asked of it. */
const ROOT = "https://guide.invalid/";
const HOME = "zelftoets/";

const packedPages = new Map(
  [...document.querySelectorAll<HTMLTemplateElement>("template[data-page]")].map((template) => [
    template.dataset["page"] ?? "",
    template,
  ]),
);
const reading = byId("kmop-reading", HTMLElement);
const assessment = byId("kmop-assessment", HTMLElement);
let current = HOME;
let isPacked = true;

/**
 * The page and the place on it that a link leads to; null for one that leads out of the guide. What stands around the
 * pages leads on as seen from the assessment.
 */
function meant(link: HTMLAnchorElement): { page: string; place: string } | null {
  const url = new URL(link.getAttribute("href") ?? "", ROOT + (reading.contains(link) ? current : HOME));
  const page = decoded(url.href.slice(ROOT.length).split(/[?#]/)[0] ?? "");
  const known = url.href.startsWith(ROOT) && (page === HOME || packedPages.has(page));
  return known ? { page, place: url.hash } : null;
}

/** What a part of an address says; one that is damaged says what stands there. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Go where a link leads, unless something else came of the click, such as the meaning of a term. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const aim = event.defaultPrevented || link === null || link.hasAttribute("download") ? null : meant(link);
  if (aim === null || (aim.page === current && aim.place !== "")) {
    return;
  }
  event.preventDefault();
  if (carriesAnswers(aim.place)) {
    turn(aim.page);
    location.hash = aim.place; // the assessment opens what such an address carries
    return;
  }
  location.hash = `#/${aim.page}${aim.place}`;
}

/** Show what the address says; who comes from another page goes on reading at the new one's heading. */
function show(isFirst: boolean): void {
  const hash = decoded(location.hash);
  if (hash === "" && current !== HOME) {
    turn(HOME);
  }
  if (!hash.startsWith("#/")) {
    return;
  }
  const [page = HOME, place] = hash.slice(2).split("#");
  if (page !== current) {
    turn(page);
  }
  const target = place === undefined ? null : document.getElementById(place);
  unfold(target);
  (target ?? document.body).scrollIntoView();
  if (target === null && !isFirst) {
    document.querySelector<HTMLElement>("h1:not([hidden] *)")?.focus();
  }
}

/** Put each page into its template. */
function unpack(): void {
  const packed = document.querySelector("script[data-pages]")?.textContent ?? "";
  const bytes = decompress(Uint8Array.from(atob(packed), (each) => each.charCodeAt(0)));
  const texts = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>;
  for (const [page, template] of packedPages) {
    template.innerHTML = texts[page] ?? "";
  }
  isPacked = false;
}

function turn(page: string): void {
  const template = packedPages.get(page);
  if (template !== undefined && isPacked) {
    unpack();
  }
  current = template === undefined ? HOME : page;
  assessment.hidden = template !== undefined;
  reading.hidden = template === undefined;
  reading.replaceChildren(...(template === undefined ? [] : [template.content.cloneNode(true)]));
  bindAll(reading);
  for (const heading of document.querySelectorAll("h1")) {
    heading.tabIndex = -1;
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#kmop-contents a")) {
    const isHere = meant(link)?.page === current;
    link.toggleAttribute("aria-current", isHere);
    if (isHere) {
      link.setAttribute("aria-current", "page");
    }
  }
  document.querySelector<HTMLDetailsElement>("#kmop-contents")?.removeAttribute("open");
}

document.addEventListener("click", follow);
addEventListener("hashchange", () => show(false));
bindAll(assessment);
turn(HOME);
show(true);
