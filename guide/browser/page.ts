/** On every page of the guide: terms that explain themselves, and a report of an error that can be copied. */

import { offerReport } from "./facts/report.js";
import { explainer } from "./facts/terms.js";

explainer(document)(document);
offerReport(document);
