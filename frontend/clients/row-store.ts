/**
 * What the rules say of each client, asked a few at a time so that the page stays at hand, and asked again only of what
 * changed since (memoisation).
 */

import { type Answers, forRules } from "../answers/document.js";
import type { ClientRow } from "../contract/clients.js";

/** As many as the rules are asked at once: what the reader does meanwhile waits for no more than these. */
const BATCH = 2;

/** An assessment as it is kept, at one of its revisions. */
export interface Kept {
  id: string;
  revision: number;
  answers: Answers;
}

export interface RowStoreContext {
  /** The assessments to show, as they are now; none while nobody looks. */
  wanted(): readonly Kept[];
  /** The day that all are judged for, ISO. */
  date(): string;
  /** Ask the rules; null when they cannot. */
  ask(documents: Answers[], date: string): Promise<ClientRow[] | null>;
  /** Some rows more are known, or there will be none. */
  changed(): void;
}

export class RowStore {
  readonly #context: RowStoreContext;
  readonly #rows = new Map<string, { key: string; row: ClientRow }>();
  #isBusy = false;
  #hasFailed = false;

  constructor(context: RowStoreContext) {
    this.#context = context;
  }

  /** What is known of an assessment as it is now. */
  rowOf(kept: Kept): ClientRow | null {
    const found = this.#rows.get(kept.id);
    return found?.key === this.#keyOf(kept) ? found.row : null;
  }

  /** Whether the rules could not be asked. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Ask for what is not known yet, until all of it is. */
  async fill(): Promise<void> {
    if (this.#isBusy) {
      return; // whoever is at it looks anew after each answer
    }
    this.#isBusy = true;
    try {
      await this.#fill();
    } finally {
      this.#isBusy = false;
    }
  }

  async #fill(): Promise<void> {
    for (let batch = this.#unknown(); batch.length > 0; batch = this.#unknown()) {
      const keys = batch.map((kept) => this.#keyOf(kept));
      const rows = await this.#context.ask(batch.map(({ answers }) => forRules(answers)), this.#context.date());
      this.#hasFailed = rows === null;
      batch.forEach(({ id }, index) => this.#keep(id, keys[index] ?? "", rows?.[index]));
      this.#context.changed();
      if (rows === null) {
        return;
      }
    }
  }

  #keep(id: string, key: string, row: ClientRow | undefined): void {
    if (row !== undefined) {
      this.#rows.set(id, { key, row });
    }
  }

  #unknown(): Kept[] {
    return this.#context.wanted().filter((kept) => this.rowOf(kept) === null).slice(0, BATCH);
  }

  #keyOf({ revision }: Kept): string {
    return `${revision} ${this.#context.date()}`;
  }
}
