/** The report of an error: names the place that the reader came to, and copies the text. */

import { copyText } from "../lib/clipboard.js";

/** A line that has a label and nothing after it. */
const EMPTY_LINE = /^[^\n:]+: *$/m;

/** Let a page's report be copied, with the place that the address names. */
export function bindErrorReport(root: ParentNode): void {
  const report = root.querySelector<HTMLElement>("[data-report]");
  const text = report?.querySelector("textarea");
  const copy = report?.querySelector<HTMLButtonElement>("[data-report-copy]");
  const status = report?.querySelector("[data-report-status]");
  if (!report || !text || !copy || !status) {
    return;
  }
  const begun = text.value;
  report.addEventListener("toggle", () => fill(report, text, begun));
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const isCopied = await copyText(text.value);
    if (!isCopied) {
      text.select(); // the reader can still copy it by hand
    }
    status.textContent = copy.dataset[isCopied ? "done" : "failed"] ?? "";
  });
}

/** The first line without a value asks for the place on the page. */
function fill(report: HTMLElement, text: HTMLTextAreaElement, begun: string): void {
  text.value = location.hash === "" ? begun : begun.replace(EMPTY_LINE, (label) => `${label.trimEnd()} ${location.hash}`);
  const link = report.querySelector<HTMLAnchorElement>("[data-report-link]");
  if (link !== null) {
    const address = new URL(link.href);
    address.searchParams.set("body", text.value);
    link.href = address.href;
  }
}
