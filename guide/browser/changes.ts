/** What the page of changes has besides. */

import { offerChanges } from "./facts/changes.js";

offerChanges(document);
