/** The worker in one file. */

import "./unpacking.js";
import "../worker.js";
