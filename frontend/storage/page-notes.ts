/**
 * Notes of pages: the little that a reader leaves on a page of the guide, kept in this browser page by page. Where a
 * browser keeps nothing, nothing is kept, and nobody is bothered with that.
 */

const PREFIX = "kmop-page/";

/** What is kept of a page; empty when that is nothing. */
export function readNotes(page: string): string {
  return quietly(() => localStorage.getItem(PREFIX + page)) ?? "";
}

/** Keep the notes of a page in the place of those before; tells whether something is kept now. */
export function keepNotes(page: string, text: string): boolean {
  quietly(() => (text === "" ? localStorage.removeItem(PREFIX + page) : localStorage.setItem(PREFIX + page, text)));
  return text !== "" && readNotes(page) === text;
}

/** Forget the notes of all pages. */
export function forgetNotes(): void {
  const names = quietly(() => Object.keys(localStorage)) ?? [];
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    quietly(() => localStorage.removeItem(name));
  }
}

/** A browser may refuse each of these, or have no room. */
function quietly<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
