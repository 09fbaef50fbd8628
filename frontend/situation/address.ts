/** The answers in the address of a page: they can be sent, kept and printed with it. */

import { partsOf } from "../ui/place.js";
import type { Chosen } from "./decision-table.js";

/** What an address says, by the keys of the questions; nothing where its fragment is a place on the page. */
export function chosenIn(fragment: string): Chosen {
  const { rest: state } = partsOf(fragment);
  const params = new URLSearchParams(state.includes("=") ? state : "");
  return (key) => params.getAll(key);
}

/** Whether an address names a place on the page, which says nothing of answers. */
export function namesPlace(fragment: string): boolean {
  const { rest: state } = partsOf(fragment);
  return state !== "" && !state.includes("=");
}

/** The fragment that says what is chosen; without answers only the page, or the place on it. */
export function fragmentOf(fragment: string, chosen: FormData): string {
  const { page } = partsOf(fragment);
  const pairs = [...chosen].filter((pair): pair is [string, string] => typeof pair[1] === "string");
  const state = new URLSearchParams(pairs).toString();
  if (state !== "") {
    return `${page}#${state}`;
  }
  return namesPlace(fragment) ? fragment : page;
}
