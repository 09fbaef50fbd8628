/** On every page of the guide: terms that explain themselves, and a report of an error that can be copied. */

import { bindErrorReport } from "../guide-pages/error-report.js";
import { explainer } from "../guide-pages/glossary-tooltips.js";

explainer(document)(document);
bindErrorReport(document);
