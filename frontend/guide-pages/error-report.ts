/** The report of an error: names the place that the reader came to. */

import { sendBy } from "./copy-text.js";

/** A line that has a label and nothing after it. */
const EMPTY_LINE = /^[^\n:]+: *$/m;

/** Let a page's report name the place that the address names. */
export function bindErrorReport(root: ParentNode): void {
  const report = root.querySelector<HTMLElement>("[data-report]");
  const text = report?.querySelector("textarea");
  if (!report || !text) {
    return;
  }
  const begun = text.value;
  report.addEventListener("toggle", () => fill(report, text, begun));
}

/** The first line without a value asks for the place on the page. */
function fill(report: HTMLElement, text: HTMLTextAreaElement, begun: string): void {
  text.value = location.hash === "" ? begun : begun.replace(EMPTY_LINE, (label) => `${label.trimEnd()} ${location.hash}`);
  sendBy(report.querySelector("[data-report-link]"), text.value);
}
