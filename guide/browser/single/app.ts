/** The app in one file: its parts stand in the page, and so do the pages of the guide. */

import "./place.js";
import "./pages.js";
import "../app.js";
