/** The worker in one file. */

import "../../single-file/worker-polyfills.js";
import "../worker.js";
