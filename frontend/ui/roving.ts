/** Roving tabindex: the links of a row are one stop for the Tab key, and the arrow keys go through them. */

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The place of a link in the order of the Tab key: only the first of a row is in it until the reader goes on. */
export function stopAt(index: number): 0 | -1 {
  return index === 0 ? 0 : -1;
}

/** Go on within the row that hears a key. */
export function rove(event: KeyboardEvent): void {
  const links = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("a")];
  const next = nextOf(links, links.indexOf(event.target as HTMLElement), event.key);
  if (next === undefined) {
    return;
  }
  event.preventDefault();
  for (const link of links) {
    link.tabIndex = link === next ? 0 : -1;
  }
  next.focus();
}

function nextOf(links: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (at < 0) {
    return undefined;
  }
  return key === "Home" ? links[0] : key === "End" ? links.at(-1) : links[at + (STEPS[key] ?? links.length)];
}
