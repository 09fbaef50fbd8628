/**
 * The page of a situation: each answer narrows it at once. What does not hold goes, what certainly holds is no longer
 * said to hold for some only, and the figures follow. The answers stand in the address, and are kept on this device.
 */

import { toFragment } from "../answers/share-link.js";
import { copyText } from "../lib/clipboard.js";
import { chosenIn, fragmentOf, namesPlace } from "./address.js";
import { answersOf, type Chosen, countAnswered, figuresOf, type Situation, type Truth, truthsOf } from "./decision-table.js";
import { SavedAnswers } from "./saved-answers.js";
import { bindLetterLinks, showLetters } from "./letter.js";

/** Bring a page of a situation to life, where there is one. */
export function bindSituation(root: ParentNode): void {
  bindActions(root);
  bindLetterLinks(root);
  const kept = new SavedAnswers(root);
  const text = root.querySelector("#kmop-situation")?.textContent;
  const form = root.querySelector<HTMLFormElement>("#kmop-narrow");
  if (!text || !form) {
    return;
  }
  const situation = JSON.parse(text) as Situation;
  const take = (fragment: string): void => {
    write(form, chosenIn(fragment));
    show(root, situation, form);
  };
  form.addEventListener("change", (event) => {
    excludeNone(situation, event.target);
    kept.keepAnswers(new FormData(form));
    keep(form);
    show(root, situation, form);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault(); // what the page came with is not what came with the address
    write(form, () => []);
    kept.forget();
    keep(form);
    show(root, situation, form);
  });
  addEventListener("hashchange", function followed() {
    if (!form.isConnected) {
      removeEventListener("hashchange", followed);
    } else if (namesPlace(location.hash)) {
      keep(form);
    } else {
      take(location.hash);
    }
  });
  take(kept.fragmentFor(location.hash));
  if (!namesPlace(location.hash)) {
    keep(form); // so that the address says what shows
  }
}

function write(form: HTMLFormElement, chosen: Chosen): void {
  for (const box of boxesOf(form)) {
    box.checked = chosen(box.name).includes(box.value);
  }
}

/** Put the answers into the address, without a step back for each of them. */
function keep(form: HTMLFormElement): void {
  const fragment = fragmentOf(location.hash, new FormData(form));
  history.replaceState(history.state, "", fragment === "" ? location.pathname + location.search : fragment);
}

/** "None of these" and the others exclude each other. */
function excludeNone({ questions }: Situation, ticked: EventTarget | null): void {
  if (!(ticked instanceof HTMLInputElement) || ticked.type !== "checkbox" || !ticked.checked || ticked.form === null) {
    return;
  }
  const none = questions.find((question) => question.key === ticked.name)?.none;
  const isNone = ticked.value === none;
  for (const box of boxesOf(ticked.form)) {
    if (box.name === ticked.name && (box.value === none) !== isNone) {
      box.checked = false;
    }
  }
}

function show(root: ParentNode, situation: Situation, form: HTMLFormElement): void {
  const data = new FormData(form);
  const chosen: Chosen = (key) => data.getAll(key).map(String);
  showParts(root, truthsOf(situation, chosen));
  settleTasks(root);
  showFigures(root, figuresOf(situation, chosen));
  showLetters(root, situation, chosen);
  showAnswers(root, form, countAnswered(situation, chosen));
  void linkTo(root, situation, chosen);
}

/** Hide what does not hold, and say no longer that something holds for some only which holds. */
export function showParts(root: ParentNode, truths: Truth[]): void {
  for (const part of root.querySelectorAll<HTMLElement>("[data-holds]")) {
    const truth = truths[Number(part.dataset["holds"])];
    part.hidden = truth === "n";
    const only = part.querySelector<HTMLElement>(".kmop-only");
    if (only !== null) {
      only.hidden = truth === "y";
    }
  }
}

/** Put tasks in their order; what still holds for some only comes last. */
export function settleTasks(root: ParentNode): void {
  const list = root.querySelector(".kmop-week");
  const tasks = [...(list?.querySelectorAll<HTMLElement>(":scope > [data-place]") ?? [])];
  const isOpen = (task: HTMLElement): boolean => task.querySelector(".kmop-only:not([hidden])") !== null;
  const settled = [...tasks].sort(
    (one, other) => Number(isOpen(one)) - Number(isOpen(other)) || placeOf(one) - placeOf(other),
  );
  if (settled.some((task, place) => task !== tasks[place])) {
    list?.append(...settled);
  }
}

function placeOf(task: HTMLElement): number {
  return Number(task.dataset["place"]);
}

/** Put the figures into their places. */
export function showFigures(root: ParentNode, figures: Record<string, string>): void {
  for (const [name, words] of Object.entries(figures)) {
    for (const place of root.querySelectorAll(`[data-figure="${name}"]`)) {
      setText(place, words);
    }
  }
}

/** Say how many questions are answered, and for paper also what was answered. */
function showAnswers(root: ParentNode, form: HTMLFormElement, answered: number): void {
  const summary = root.querySelector<HTMLElement>("[data-asked]");
  if (summary !== null) {
    const words = answered > 0 ? (summary.dataset["answered"] ?? "") : (summary.dataset["asked"] ?? "");
    setText(summary, words.replace("{n}", String(answered)));
  }
  const told = root.querySelector<HTMLElement>(".kmop-answered");
  if (told !== null) {
    told.replaceChildren(...[...form.querySelectorAll("fieldset")].flatMap(line));
  }
}

function line(question: HTMLFieldSetElement): HTMLLIElement[] {
  const boxes = [...question.querySelectorAll<HTMLInputElement>("input:checked")];
  if (boxes.length === 0) {
    return [];
  }
  const answers = boxes.map((box) => box.closest("label")?.textContent?.trim() ?? "");
  const item = document.createElement("li");
  item.textContent = `${question.querySelector("legend")?.textContent ?? ""} ${answers.join(", ")}`;
  return [item];
}

/** Let the self-assessment open with what was answered here. */
async function linkTo(root: ParentNode, situation: Situation, chosen: Chosen): Promise<void> {
  const link = root.querySelector<HTMLAnchorElement>("[data-open]");
  const address = link?.getAttribute("href") ?? "";
  if (link !== null && typeof CompressionStream === "function") {
    link.setAttribute("href", address.replace(/#.*$/, "") + (await toFragment(answersOf(situation, chosen))));
  }
}

function bindActions(root: ParentNode): void {
  root.querySelector("[data-print]")?.addEventListener("click", () => print());
  const share = root.querySelector<HTMLElement>("[data-share]");
  const status = root.querySelector(".kmop-situation-shared");
  share?.addEventListener("click", async () => {
    const isCopied = await copyText(location.href);
    if (status !== null) {
      status.textContent = share.dataset[isCopied ? "done" : "failed"] ?? "";
    }
  });
}

function boxesOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.elements].filter((each): each is HTMLInputElement => each instanceof HTMLInputElement);
}

/** What says the same already is left alone, so that nothing is read aloud that did not change. */
function setText(element: Element, words: string): void {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}
