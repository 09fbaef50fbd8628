/** What a browser keeps, in memory: its database, what it holds for a tab, and the line between its tabs. */

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { setGlobal } from "../globals.ts";

/** Items by name, like those of a tab. */
export class FakeStorage {
  readonly #items = new Map<string, string>();

  getItem(name: string): string | null {
    return this.#items.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    this.#items.set(name, value);
  }

  removeItem(name: string): void {
    this.#items.delete(name);
  }
}

/** Start with a browser that keeps nothing yet, and one tab in it. */
export function freshBrowser(): void {
  setGlobal("indexedDB", new IDBFactory());
  setGlobal("BroadcastChannel", fakeChannel());
  setGlobal("localStorage", new FakeStorage());
  freshTab();
}

/** Go on in another tab, which holds nothing of its own yet. */
export function freshTab(): void {
  setGlobal("sessionStorage", new FakeStorage());
}

/** A line between tabs: what one sends, all the others hear, a moment later. */
function fakeChannel() {
  const lines = new Set<EventTarget>();
  return class extends EventTarget {
    constructor() {
      super();
      lines.add(this);
    }

    close(): void {
      lines.delete(this);
    }

    postMessage(data: unknown): void {
      for (const line of lines) {
        const event = new MessageEvent("message", { data: structuredClone(data) });
        queueMicrotask(() => line !== this && line.dispatchEvent(event));
      }
    }
  };
}
