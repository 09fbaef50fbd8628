/** What the scripts of the site's pages bring, on a page that stands in this file. */

import { offerChanges } from "../guide-pages/changes-filter.js";
import { offerReport } from "../guide-pages/error-report.js";
import { explainer } from "../guide-pages/glossary-tooltips.js";
import { offerQuiz } from "../quiz/quiz.js";

const explain = explainer(document);

/** Bring all of it to a page; each finds out itself whether there is something for it. */
export function offerAll(page: ParentNode): void {
  explain(page);
  offerReport(page);
  offerChanges(page);
  offerQuiz(page);
}
