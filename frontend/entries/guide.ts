/** On every page of the guide: terms that explain themselves, and a report of an error that can be copied. */

import { bindErrorReport } from "../guide-pages/error-report.js";
import { glossaryTooltips } from "../guide-pages/glossary-tooltips.js";

glossaryTooltips(document)(document);
bindErrorReport(document);
