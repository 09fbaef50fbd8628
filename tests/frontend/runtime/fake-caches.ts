/** The caches of a browser, in memory. */

import { setGlobal } from "../globals.ts";

class FakeCache {
  readonly #answers = new Map<string, Response>();

  async match(address: string): Promise<Response | undefined> {
    return this.#answers.get(address)?.clone();
  }

  async put(address: string, answer: Response): Promise<void> {
    this.#answers.set(address, answer);
  }

  async keys(): Promise<string[]> {
    return [...this.#answers.keys()];
  }
}

/** Give the browser caches that hold nothing yet. */
export function freshCaches(): void {
  const caches = new Map<string, FakeCache>();
  setGlobal("caches", {
    async open(name: string): Promise<FakeCache> {
      const cache = caches.get(name) ?? new FakeCache();
      caches.set(name, cache);
      return cache;
    },
    async delete(name: string): Promise<boolean> {
      return caches.delete(name);
    },
  });
}
