/** What the page of changes has besides. */

import { offerChanges } from "../guide-pages/changes-filter.js";

offerChanges(document);
