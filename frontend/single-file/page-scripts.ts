/** What the scripts of the site's pages bring, on a page that stands in this file. */

import { bindChanges } from "../guide-pages/changes-filter.js";
import { bindCopying } from "../guide-pages/copy-text.js";
import { tellAge } from "../guide-pages/data-age.js";
import { bindErrorReport } from "../guide-pages/error-report.js";
import { bindFileCheck } from "../file-check/file-check.js";
import { bindChooser, bindNamedFold } from "../guide-pages/folds.js";
import { glossaryTooltips } from "../guide-pages/glossary-tooltips.js";
import { bindPrinting } from "../guide-pages/print-letters.js";
import { bindWorth } from "../guide-pages/worth.js";
import { bindQuiz } from "../quiz/quiz.js";
import { bindSituation } from "../situation/situation.js";
import { bindTextCheck } from "../text-check/text-check.js";
import { packedReaders, workbookWorker } from "./packed-readers.js";

const bindTooltips = glossaryTooltips(document);
bindNamedFold();
bindPrinting(document);

/** Bring all of it to a page; each finds out itself whether there is something for it. */
export function bindAll(page: ParentNode): void {
  bindTooltips(page);
  bindCopying(page);
  bindErrorReport(page);
  tellAge(page);
  bindWorth(page);
  bindChooser(page);
  bindChanges(page);
  bindQuiz(page);
  bindSituation(page);
  bindTextCheck(page, { script: location.href, readers: packedReaders });
  bindFileCheck(page, { script: location.href, workbookWorker });
}
