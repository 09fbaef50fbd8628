/** What the page of the text check has besides; readers of files come when such a file is opened. */

import { bindTextCheck } from "../../text-check/text-check.js";

bindTextCheck(document, {
  script: import.meta.url,
  readers: {
    docx: async () => (await import("../../desk-files/docx-text.js")).default,
    pdf: async () => (await import("../../desk-files/pdf-text.js")).default,
  },
});
