/** On every page of the guide: terms that explain themselves, texts to copy, how old the data are, sliders, folds, paper. */

import { bindCopying } from "../guide-pages/copy-text.js";
import { tellAge } from "../guide-pages/data-age.js";
import { bindErrorReport } from "../guide-pages/error-report.js";
import { bindChooser, bindNamedFold } from "../guide-pages/folds.js";
import { glossaryTooltips } from "../guide-pages/glossary-tooltips.js";
import { bindPrinting } from "../guide-pages/print-letters.js";
import { bindWorth } from "../guide-pages/worth.js";

glossaryTooltips(document)(document);
bindCopying(document);
bindErrorReport(document);
bindNamedFold();
bindChooser(document);
bindPrinting(document);
tellAge(document);
bindWorth(document);
