/** What the page of the file check has besides; the worker that reads workbooks comes when one is opened. */

import { bindFileCheck } from "../../file-check/file-check.js";

/** The name of that worker; the bundler puts it in. */
declare const XLSX_WORKER_NAME: string;

bindFileCheck(document, {
  script: import.meta.url,
  workbookWorker: () => new Worker(new URL(XLSX_WORKER_NAME, import.meta.url), { type: "module" }),
});
