/** The app in one file: its parts stand in the page, and so do the pages of the guide. */

import "../../single-file/embedded-runtime.js";
import "../../single-file/page-router.js";
import "../app.js";
