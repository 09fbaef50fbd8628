/**
 * A connection that comes back (reconnection): a browser may close the database under the page, as when its reader
 * clears the data of the site or when its storage process dies. It is opened again as soon as it is needed.
 */

import { type CloseReason, type Database, openDatabase } from "./database.js";

/** How browsers say that a connection is no longer any good; nothing was written then. */
const CLOSED = ["InvalidStateError", "UnknownError"];
/** How they say that a database is still being taken away, and how long that may take. */
const NOT_YET = ["AbortError", "UnknownError"];
const PAUSES_MS = [20, 100, 500];

export class Connection {
  #database: Database | null = null;
  #opening: Promise<Database> | null = null;
  #closed: (reason: CloseReason) => void = () => undefined;

  /** Open the database; rejects where the browser has none. */
  static async open(): Promise<Connection> {
    const connection = new Connection();
    await connection.#open();
    return connection;
  }

  /** Let somebody hear that the database was closed under the page. */
  whenClosed(listener: (reason: CloseReason) => void): void {
    this.#closed = listener;
  }

  /**
   * Work with the database, begun at once where it is open; where it turns out to be closed, begun anew with one that is
   * opened again.
   *
   * @param work Writes in one transaction: all of it or nothing.
   */
  async use<Value>(work: (database: Database) => Promise<Value>): Promise<Value> {
    const used = this.#database;
    if (used !== null) {
      try {
        return await work(used);
      } catch (error) {
        if (!isNamed(error, CLOSED)) {
          throw error;
        }
        this.#forget(used);
      }
    }
    return work(await this.#opened());
  }

  /** However many ask for it, it is opened once. */
  #opened(): Promise<Database> {
    this.#opening ??= this.#reopen().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #reopen(): Promise<Database> {
    for (const pause of PAUSES_MS) {
      try {
        return await this.#open();
      } catch (error) {
        if (!isNamed(error, NOT_YET)) {
          throw error;
        }
      }
      await new Promise((go) => setTimeout(go, pause));
    }
    return this.#open();
  }

  async #open(): Promise<Database> {
    const opened = await openDatabase((reason) => {
      this.#forget(opened);
      this.#closed(reason);
    });
    this.#database = opened;
    return opened;
  }

  #forget(database: Database): void {
    if (this.#database === database) {
      this.#database = null;
    }
  }
}

function isNamed(error: unknown, names: readonly string[]): boolean {
  return error instanceof DOMException && names.includes(error.name);
}
