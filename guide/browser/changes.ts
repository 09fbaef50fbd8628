/** On the page of changes: choose what they touch, and see what was in force on a day. */

import { offerFilter } from "./facts/filter.js";
import { offerDay } from "./facts/then.js";

let show: () => void = () => undefined;
const chosen = offerFilter(document, () => show());
show = offerDay(document, chosen);
