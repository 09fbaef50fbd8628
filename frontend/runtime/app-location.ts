/** Where the parts of the app are: in files beside the page's script, or in the page itself. */

import type { Runtime } from "../contract/worker.js";

export interface AppLocation {
  /** The worker's script. */
  worker: string | URL;
  runtime: Runtime;
}

/** Set by a page that brings everything along, before the app starts. */
declare global {
  var kmopPlace: AppLocation | undefined;
}

/** The folder of the runtime that belongs to this app; the bundler puts it in. */
declare const RUNTIME_KEY: string;
/** The name of the worker that belongs to this app, likewise. */
declare const WORKER_NAME: string;

/** Find the parts, from the address of the app's own script. */
export function locateApp(script: string): AppLocation {
  return (
    globalThis.kmopPlace ?? {
      worker: new URL(WORKER_NAME, script),
      runtime: { base: new URL(`../runtime/${RUNTIME_KEY}/`, script).href },
    }
  );
}
