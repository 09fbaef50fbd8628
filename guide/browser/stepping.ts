/** What a step back or forward changed, in the words of the form. */

import type { Answers } from "./answers.js";
import { fullLabelOf } from "./labels.js";
import type { Surroundings } from "./surroundings.js";
import { changedNames } from "./versions.js";

/** One thing by its name in the form, several by their number. */
export function whatChanged(before: Answers, after: Answers, { say, form }: Surroundings): string {
  const names = changedNames(before, after);
  const [name] = names.length === 1 ? names : [];
  const about = name === "title" ? say("name.label") : name && fullLabelOf(form, name);
  return about ?? say("version.many", { n: names.length });
}
