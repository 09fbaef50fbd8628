/** Which questions the page asks of each of some candidates: for Python, which says who they are and hears. */

import { readFileSync, writeFileSync } from "node:fs";
import { askedFields, type Predicate } from "../../frontend/form/asked-when.js";

interface Given {
  conditions: Record<string, Predicate | null>;
  /** What each form holds, by name. */
  forms: Record<string, string[]>[];
}

const [, , given = "", target = ""] = process.argv;
const { conditions, forms } = JSON.parse(readFileSync(given, "utf-8")) as Given;
const asked = forms.map((form) => askedFields(new Map(Object.entries(conditions)), new Map(Object.entries(form))));
writeFileSync(target, JSON.stringify(asked.map((each) => Object.fromEntries(each))));
