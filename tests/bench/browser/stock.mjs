/** Pyodide from its package as it comes, doing the least that shows that Python runs. */

import { loadPyodide } from "/stock/pyodide.mjs";

const pyodide = await loadPyodide({ indexURL: "/stock/" });
postMessage(pyodide.runPython("1+1"));
