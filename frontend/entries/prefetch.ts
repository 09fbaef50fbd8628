/**
 * Prefetch: asks for the interpreter while the app itself is still on its way, which on a slow line saves a second. The
 * worker, which asks for everything, finds what is coming already. For this page alone, and only where scripts run.
 */

import { locateApp } from "../runtime/app-location.js";

/** Three quarters of all that comes; nothing that a woken start leaves where it is. */
const LARGEST = ["pyodide.asm.wasm", "pyodide.asm.js"];

const { worker, runtime } = locateApp(import.meta.url);
for (const address of [String(worker), ...LARGEST.map((name) => runtime.base + name)]) {
  const link = document.createElement("link");
  link.rel = "prefetch";
  link.href = address;
  document.head.append(link);
}
