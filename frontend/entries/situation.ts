/** What the page of a situation has besides. */

import { bindSituation } from "../situation/situation.js";

bindSituation(document);
