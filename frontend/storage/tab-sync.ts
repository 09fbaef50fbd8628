/** Tab sync: what the tabs of one browser tell each other about what is kept, over a BroadcastChannel. */

const CHANNEL = "kmop";

/** A visit took up an assessment; without one, only the list changed. */
export interface TabMessage {
  id: string | null;
  visit: string | null;
}

/** A line to the other tabs; silent in browsers that have none. */
export class TabSync {
  readonly #channel: BroadcastChannel | null;

  constructor(hear: (message: TabMessage) => void) {
    this.#channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(CHANNEL) : null;
    this.#channel?.addEventListener("message", (event: MessageEvent<TabMessage>) => hear(event.data));
  }

  send(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  close(): void {
    this.#channel?.close();
  }
}

const MINE = "kmop-assessment";

/** The assessment that this tab worked on before it was loaded again. */
export function assessmentOfThisTab(): string | null {
  try {
    return sessionStorage.getItem(MINE);
  } catch {
    return null; // forbidden here
  }
}

export function rememberForThisTab(id: string): void {
  try {
    sessionStorage.setItem(MINE, id);
  } catch {
    // Forbidden here: the next visit opens what was worked on last.
  }
}
