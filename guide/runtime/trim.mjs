// Runs the rules in Pyodide under Node, once with the whole standard library and once with what that run needed.
//
// Usage: node trim.mjs JOB, where JOB is a JSON file that names everything (see trimming.py). Writes the trimmed
// library and the compiled rules, and prints as JSON what both runs answered.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
// No packages are loaded, so their table may be empty.
const lock = JSON.stringify({ ...JSON.parse(readFileSync(join(job.package, "pyodide-lock.json"), "utf8")), packages: {} });
const { loadPyodide } = await import(pathToFileURL(join(job.package, "pyodide.mjs")).href);

/** Start Python with these archives, and run every case. */
async function run(stdLibURL, rules) {
  const pyodide = await loadPyodide({ indexURL: `${job.package}/`, lockFileContents: lock, stdLibURL });
  pyodide.FS.writeFile("/lib/rules.zip", rules);
  const makeDriver = pyodide.runPython(
    'import sys\nsys.path.insert(0, "/lib/rules.zip")\nfrom driver import Driver\nDriver',
  );
  const driver = makeDriver(...job.texts);
  const answers = job.cases.map(([method, ...given]) => attempt(() => driver[method](...given)));
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
  const whole = await run(join(job.package, "python_stdlib.zip"), readFileSync(job.rules));
  whole.pyodide.runPython(readFileSync(job.inside, "utf8"));
  whole.pyodide.globals.get("trim")("/lib/rules.zip", "/tmp/library.zip", "/tmp/rules.zip");
  writeFileSync(job.library, whole.pyodide.FS.readFile("/tmp/library.zip"));
  writeFileSync(job.compiled, whole.pyodide.FS.readFile("/tmp/rules.zip"));
  const trimmed = await run(job.library, readFileSync(job.compiled));
  return { whole: whole.answers, trimmed: trimmed.answers };
}

try {
  console.log(JSON.stringify(await trim()));
} catch (error) {
  // Uncaught, it would be told with a megabyte of the interpreter's source.
  console.error(lastLine(error));
  process.exitCode = 1;
}
