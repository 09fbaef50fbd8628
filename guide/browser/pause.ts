/** Work in pieces: between two of them the browser answers the reader. */

/** Go on as soon as the browser has nothing more pressing; at once while nobody sees the page, where that is slow. */
export function pause(): Promise<void> {
  return document.hidden ? Promise.resolve() : new Promise((go) => setTimeout(go));
}
