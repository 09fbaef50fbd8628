/** What the page of changes has besides. */

import { bindChanges } from "../guide-pages/changes-filter.js";

bindChanges(document);
