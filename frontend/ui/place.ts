/** The place on the page that an address names, also in the single file, where the page itself stands before it. */

/** `#/zelftoets/#resultaat` is the place `resultaat` of the page `zelftoets`. */
const PARTS = /^(#\/[^#]*)?#?(.*)$/;

/** What of a fragment names the page, and what stands after that. */
export function partsOf(fragment: string): { page: string; rest: string } {
  const [, page = "", rest = ""] = PARTS.exec(fragment) ?? [];
  return { page, rest };
}

/** The element that an address names; null when there is none. */
export function placeIn(fragment: string): HTMLElement | null {
  return document.getElementById(decoded(partsOf(fragment).rest));
}

/** One that is damaged says what stands there. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
