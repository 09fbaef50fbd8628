/** What the worker of a page opened as a file needs before anything else. */

import { decompress } from "fzstd";

globalThis.kmopUnpack = (packed) => decompress(packed);

// Not every browser lets the worker of a page opened as a file import modules (WebKit does not), so that they come as
// scripts, under the name that `guide/runtime/bundle.py` gives them.
globalThis.kmopEvaluate = (script) => new Function(`${script};return kmopModule`)();

// Pyodide asks for a worker that is a module, which a page opened as a file cannot have. It tells one by this function
// failing, and uses nothing else that modules have.
Object.defineProperty(globalThis, "importScripts", {
  value: () => {
    throw new TypeError("importScripts");
  },
});
