/** What the worker of a page opened as a file needs before anything else. */

import { decompress } from "fzstd";

globalThis.kmopUnpack = (packed) => decompress(packed);

// Pyodide asks for a worker that is a module, which a page opened as a file cannot have. It tells one by this function
// failing, and uses nothing else that modules have: its own modules are imported as everywhere.
Object.defineProperty(globalThis, "importScripts", {
  value: () => {
    throw new TypeError("importScripts");
  },
});
