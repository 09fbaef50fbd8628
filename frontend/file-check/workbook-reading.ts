/** Reading a workbook in a worker of its own, so that the page never waits and the reader can stop it. */

import type { ListRefusal } from "../contract/files.js";
import { RefusedListError } from "../desk-files/opened-list.js";

type Told = { given: string } | { refusal: ListRefusal };

/** One that is stopped never answers. */
export class WorkbookReading {
  readonly #start: () => Worker;
  #worker: Worker | null = null;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  read(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    this.stop();
    return new Promise((resolve, reject) => {
      const worker = (this.#worker = this.#start());
      const ended = (told: Told): void => {
        this.stop();
        if ("given" in told) {
          resolve(told.given);
        } else {
          reject(new RefusedListError(told.refusal));
        }
      };
      worker.addEventListener("message", ({ data }: MessageEvent<Told>) => ended(data));
      worker.addEventListener("error", () => ended({ refusal: "no_reader" }));
      worker.postMessage(bytes, [bytes.buffer]);
    });
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
