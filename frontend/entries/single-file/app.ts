/** The app in one file: its parts stand in the page, and so do the pages of the guide, which may change what is open. */

import "../../single-file/embedded-runtime.js";
import "../../single-file/page-router.js";
import { offerAssessment } from "../../storage/current-assessment.js";
import { asCurrent } from "../../workspace/as-current.js";
import { workspace } from "../app.js";

offerAssessment(() => asCurrent(workspace));
