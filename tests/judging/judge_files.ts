/** What the page makes of files of answers, and how it writes answers as YAML: for Python, which says the files and hears. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Answers } from "../../frontend/answers/document.ts";
import { readAnswers } from "../../frontend/answers/read-file.ts";
import { toYaml } from "../../frontend/answers/yaml.ts";

/** Each line is a document as JSON; gives each as YAML. */
function written(documents: string[]): string[] {
  const wording = { head: "Antwoorden", label: (name: string) => (name.startsWith("appendix") ? null : name), option: () => "wat het betekent" };
  return documents.map((document) => toYaml(JSON.parse(document) as Answers, wording));
}

/** Gives of each file the text for the rules and what the page keeps, or why it is refused. */
async function read(folder: string): Promise<unknown[]> {
  const names = readdirSync(folder).sort();
  return Promise.all(names.map((name) => readAnswers(new File([readFileSync(`${folder}/${name}`)], name))));
}

const [, , job = "", given = "", target = ""] = process.argv;
const result = job === "read" ? await read(given) : written(JSON.parse(readFileSync(given, "utf-8")) as string[]);
writeFileSync(target, JSON.stringify(result));
