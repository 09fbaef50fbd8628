// Runs the rules in Pyodide under Node three times: with Pyodide as it comes, with stubs for what only its own start
// needs, and with no more than that second run imported.
//
// Usage: node trim_library.mjs JOB, where JOB is a JSON file that names everything (see trim_library.py). Writes the trimmed
// library and the compiled rules, and prints as JSON what the first and the last run answered.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
// No packages are loaded, so their table may be empty.
const lock = JSON.stringify({ ...JSON.parse(readFileSync(join(job.package, "pyodide-lock.json"), "utf8")), packages: {} });
const { loadPyodide } = await import(pathToFileURL(join(job.package, "pyodide.mjs")).href);

const START = `
import sys
sys.path.insert(0, "/lib/rules.zip")
import import_all
from api import RulesApi
RulesApi
`;
const IMPORTED = `
import sys
"\\n".join(getattr(module, "__file__", None) or "" for module in list(sys.modules.values()))
`;

/** Start Python with these archives, and run every case. */
async function run(stdLibURL, rules, interpreter = job.package) {
  const script = pathToFileURL(join(interpreter, "pyodide.asm.mjs")).href;
  const createPyodideModule = (await import(script)).default;
  const options = { indexURL: `${interpreter}/`, lockFileContents: lock, stdLibURL, createPyodideModule };
  const pyodide = await loadPyodide(options);
  pyodide.FS.writeFile("/lib/rules.zip", rules);
  const makeRules = pyodide.runPython(START);
  const api = makeRules(...job.texts);
  const answers = job.cases.map(([method, ...given]) => attempt(() => api[method](...given)));
  return { pyodide, answers };
}

/** What a call gives, or the last line of the error that it ends in: telling of errors needs modules too. */
function attempt(call) {
  try {
    return call();
  } catch (error) {
    return `! ${lastLine(error)}`;
  }
}

/** Of an error in Python the line that says what is wrong. */
function lastLine(error) {
  const lines = String(error?.message ?? error).trim().split("\n");
  return lines.findLast((line) => /^\w+(Error|Exception): /.test(line)) ?? lines.at(-1);
}

/** Find out what the rules need, write it, and run with nothing else. */
async function trim() {
  const rules = readFileSync(job.rules);
  const whole = await run(join(job.package, "python_stdlib.zip"), rules);
  const { pyodide } = await run(job.lean, rules, job.interpreter);
  const imported = pyodide.runPython(IMPORTED); // before anything is imported for packing
  const pack = pyodide.runPython(`${readFileSync(job.inside, "utf8")}\ntrim`);
  pack(imported, "/lib/rules.zip", "/tmp/library.zip", "/tmp/rules.zip");
  writeFileSync(job.library, pyodide.FS.readFile("/tmp/library.zip"));
  writeFileSync(job.compiled, pyodide.FS.readFile("/tmp/rules.zip"));
  const trimmed = await run(job.library, readFileSync(job.compiled), job.interpreter);
  trimmed.pyodide.runPython("import import_all\nimport_all.import_everything()");
  return { whole: whole.answers, trimmed: trimmed.answers };
}

try {
  console.log(JSON.stringify(await trim()));
} catch (error) {
  // Uncaught, it would be told with a megabyte of the interpreter's source.
  console.error(lastLine(error));
  process.exitCode = 1;
}
