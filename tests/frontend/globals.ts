/** What a browser offers everywhere, in the place of what Node has or has not. */

/** Give a global that Node has not, or has another of. */
export function setGlobal(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** Let a global throw whatever is asked of it, as in a browser whose reader forbids to keep anything. */
export function forbid(name: string): void {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => {
      throw new DOMException("forbidden", "SecurityError");
    },
  });
}
