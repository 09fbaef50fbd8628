/** Lit takes hold of the page as soon as it is imported, also where nothing is ever shown: import this before it. */

import { setGlobal } from "./globals.ts";

setGlobal("document", { createTreeWalker: () => null });
