/** What the scripts of the site's pages bring, on a page that stands in this file. */

import { offerChanges } from "../facts/changes.js";
import { offerReport } from "../facts/report.js";
import { explainer } from "../facts/terms.js";
import { offerQuiz } from "../quiz/quiz.js";

const explain = explainer(document);

/** Bring all of it to a page; each finds out itself whether there is something for it. */
export function offerAll(page: ParentNode): void {
  explain(page);
  offerReport(page);
  offerChanges(page);
  offerQuiz(page);
}
