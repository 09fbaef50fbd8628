/** Workers that run beside the page: what the two send each other goes through a port, as it does in a browser. */

import { expose } from "comlink";
import { setGlobal } from "../globals.ts";

export class FakeWorker extends EventTarget {
  readonly address: string;
  readonly type: string | undefined;
  terminated = false;
  readonly #port: MessagePort;

  constructor(address: string | URL, type: string | undefined, offered: object) {
    super();
    this.address = String(address);
    this.type = type;
    const { port1, port2 } = new MessageChannel();
    expose(offered, port2);
    this.#port = port1;
    port1.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
    port1.start();
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    this.#port.close();
  }

  /** Let it stop working, with the event that a browser tells the page of. */
  die(event = "error"): void {
    this.dispatchEvent(new Event(event));
  }
}

/**
 * Let the page start workers.
 *
 * @param offered What every worker offers the page, as it is when the page asks for it.
 * @returns The workers, as they are started.
 */
export function fakeWorkers(offered: object): FakeWorker[] {
  const workers: FakeWorker[] = [];
  const Worker = function (address: string | URL, options?: WorkerOptions): FakeWorker {
    const worker = new FakeWorker(address, options?.type, offered);
    workers.push(worker);
    return worker;
  };
  setGlobal("Worker", Worker);
  return workers;
}
