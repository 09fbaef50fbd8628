/** Which clients show, and in which order. */

import type { Answers } from "../answers/document.js";
import type { ClientRow } from "../contract/clients.js";

/** One assessment in the table. */
export interface Client {
  id: string;
  name: string;
  answers: Answers;
  /** The moment of the last change, ISO. */
  changed: string;
  isOpen: boolean;
  /** What the rules say of it; null while that is not known. */
  row: ClientRow | null;
}

export const COLUMNS = ["name", "outcome", "left", "next", "price", "changed"] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sorting {
  by: Column;
  isDown: boolean;
}

/** Sort by another column; by the same one the other way round. The last change begins with the newest. */
export function turned(sorting: Sorting, by: Column): Sorting {
  return { by, isDown: sorting.by === by ? !sorting.isDown : by === "changed" };
}

/** Those whose name holds a text, whatever the case or the accents. */
export function named(clients: readonly Client[], text: string): Client[] {
  const wanted = plain(text.trim());
  return clients.filter(({ name }) => plain(name).includes(wanted));
}

/** Sorted by a column; what has nothing to be sorted by comes last, either way. */
export function sorted(clients: readonly Client[], { by, isDown }: Sorting, language: string): Client[] {
  const names = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const way = isDown ? -1 : 1;
  return [...clients].sort((one, other) => {
    const [first, second] = [keyOf(one, by), keyOf(other, by)];
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null);
    }
    return way * (by === "name" ? names.compare(String(first), String(second)) : compare(first, second));
  });
}

function keyOf({ name, changed, row }: Client, by: Column): number | string | null {
  if (by === "name") {
    return name;
  }
  return by === "changed" ? changed : (row?.[by].order ?? null);
}

function compare(one: number | string, other: number | string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
