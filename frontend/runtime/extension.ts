/** Extensions of the rules: fetched, and imported beside them, when the first question for one is asked. */

import type { PyodideInterface } from "pyodide";
import { type ExtensionName, type Runtime, StepError } from "../contract/worker.js";
import { openPart } from "./downloads.js";

/** Lets Python import from an archive besides; see `in_pyodide/extending.py`. */
const EXTEND = "from extending import extend\nextend";

type MakeApi<Api> = (rules: unknown, document: string) => Api;

/**
 * Import an extension.
 *
 * @param rules The rules that run already; the extension takes norm and words from them.
 */
export async function extendRules<Api>(pyodide: PyodideInterface, rules: unknown, runtime: Runtime, name: ExtensionName): Promise<Api> {
  const [archive, text] = await Promise.all([
    openPart(runtime, `${name}.zip`).then((answer) => answer.arrayBuffer()),
    openPart(runtime, `${name}.json`).then((answer) => answer.text()),
  ]).catch((error: unknown) => {
    throw new StepError("fetch", error);
  });
  const path = `/lib/${name}.zip`;
  pyodide.FS.writeFile(path, new Uint8Array(archive));
  const extend = pyodide.runPython(EXTEND) as (archive: string, module: string) => MakeApi<Api>;
  return extend(path, `${name}_api`)(rules, text);
}
