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
/** Lets Python import from an archive besides; see `in_pyodide/extending.py`. */
const EXTEND = "from extending import extend\nextend";
const IMPORTED = `
import sys
"\\n".join(getattr(module, "__file__", None) or "" for module in list(sys.modules.values()))
`;

/** Start Python with these archives, and run every case that the rules are asked. */
async function run(stdLibURL, rules, interpreter = job.package, cases = job.cases) {
  const script = pathToFileURL(join(interpreter, "pyodide.asm.mjs")).href;
  const createPyodideModule = (await import(script)).default;
  const options = { indexURL: `${interpreter}/`, lockFileContents: lock, stdLibURL, createPyodideModule };
  const pyodide = await loadPyodide(options);
  pyodide.FS.writeFile("/lib/rules.zip", rules);
  const makeRules = pyodide.runPython(START);
  const api = makeRules(...job.texts);
  const answers = cases.map(([method, ...given]) => attempt(() => api[method](...given)));
  return { pyodide, api, answers };
}

/** Let running rules be extended from this archive, and run every case of the extension. */
function extend({ pyodide, api }, extension, archive) {
  const path = `/lib/${extension.name}.zip`;
  pyodide.FS.writeFile(path, archive);
  const extended = pyodide.runPython(EXTEND)(path, extension.module)(api, extension.text);
  return extension.cases.map(([method, ...given]) => attempt(() => extended[method](...given)));
}

/** Pack an extension with the modules of the library that only it needs. */
async function packExtension(extension, rules) {
  const started = await run(job.lean, rules, job.interpreter);
  const before = started.pyodide.runPython(IMPORTED);
  extend(started, extension, readFileSync(extension.sources));
  const after = started.pyodide.runPython(IMPORTED);
  const pack = started.pyodide.runPython(`${readFileSync(job.inside, "utf8")}\npack_extension`);
  pack(before, after, `/lib/${extension.name}.zip`, "/tmp/extension.zip");
  writeFileSync(extension.target, started.pyodide.FS.readFile("/tmp/extension.zip"));
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
  const answers = { whole: whole.answers, trimmed: trimmed.answers };
  for (const extension of job.extensions) {
    await packExtension(extension, rules);
    answers.whole.push(...extend(whole, extension, readFileSync(extension.sources)));
    // As on a page that asks for nothing else first.
    const fresh = await run(job.library, readFileSync(job.compiled), job.interpreter, []);
    answers.trimmed.push(...extend(fresh, extension, readFileSync(extension.target)));
  }
  return answers;
}

try {
  console.log(JSON.stringify(await trim()));
} catch (error) {
  // Uncaught, it would be told with a megabyte of the interpreter's source.
  console.error(lastLine(error));
  process.exitCode = 1;
}
