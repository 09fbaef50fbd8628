/** A name that nothing else has; `randomUUID` is not there on every address. */
export function randomToken(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return [...numbers].map((number) => number.toString(36)).join("");
}
