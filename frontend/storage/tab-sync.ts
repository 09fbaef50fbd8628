/** What the tabs of one browser tell each other about what is kept. */

const CHANNEL = "kmop";

/** A visit took up an assessment; without one, only the list changed. */
export interface News {
  id: string | null;
  visit: string | null;
}

/** A line to the other tabs; silent in browsers that have none. */
export class Tabs {
  readonly #channel: BroadcastChannel | null;

  constructor(heard: (news: News) => void) {
    this.#channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(CHANNEL) : null;
    this.#channel?.addEventListener("message", (event: MessageEvent<News>) => heard(event.data));
  }

  tell(news: News): void {
    this.#channel?.postMessage(news);
  }
}

const MINE = "kmop-assessment";

/** The assessment that this tab worked on before it was loaded again. */
export function rememberedHere(): string | null {
  try {
    return sessionStorage.getItem(MINE);
  } catch {
    return null; // forbidden here
  }
}

export function rememberHere(id: string): void {
  try {
    sessionStorage.setItem(MINE, id);
  } catch {
    // Forbidden here: the next visit opens what was worked on last.
  }
}
