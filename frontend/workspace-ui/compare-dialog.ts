/** Assessments side by side: what follows from each, and the answers that differ. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Compared, ComparedTable, Comparison } from "../contract/comparison.js";
import type { Say } from "../lib/messages.js";
import { comparisonTemplate } from "../result/comparison-table.js";
import { showUntilClosed } from "../ui/dialog.js";
import { render } from "../ui/render.js";

type Template = TemplateResult | typeof nothing;

/** Show them until the reader closes it or goes back, for which it is a step in the history; the focus goes back too. */
export async function showCompared(compared: Compared, names: string[], say: Say): Promise<void> {
  const dialog = document.createElement("dialog");
  dialog.className = "kmop-dialog kmop-dialog--wide";
  dialog.setAttribute("aria-labelledby", "kmop-comparing-title");
  render(contentTemplate(compared, names, say, () => dialog.close()), dialog);
  let isBack = false;
  const back = (): void => void (isBack = true);
  history.pushState(history.state, "");
  addEventListener("popstate", back, { once: true });
  await showUntilClosed(dialog);
  removeEventListener("popstate", back);
  if (!isBack) {
    history.back();
  }
}

function contentTemplate(compared: Compared, names: string[], say: Say, close: () => void): Template {
  const [first = "", other = ""] = names;
  const title = names.length > 2 ? say("compare.several", { n: names.length }) : say("compare.title", { first, other });
  return html`<h2 id="kmop-comparing-title" tabindex="-1" autofocus>${title}</h2>
    ${names.map((name, index) => messagesTemplate(name, compared, index, say))}
    ${compared.table === null ? html`<p>${say("compare.impossible")}</p>` : tablesTemplate(compared.table, compared, say)}
    <div class="kmop-dialog__buttons">
      <button type="button" value="print" @click=${() => print()}>${say("compare.print")}</button>
      <button type="button" value="close" @click=${close}>${say("compare.close")}</button>
    </div>`;
}

function messagesTemplate(name: string, { told, faults }: Compared, index: number, say: Say): Template {
  const messages = [...(told[index] ?? []), ...(faults[index] ?? []).map(({ text }) => text)];
  return messages.length === 0
    ? nothing
    : html`<p>${say("compare.about", { name })}</p><ul>${messages.map((text) => html`<li>${text}</li>`)}</ul>`;
}

function tablesTemplate(table: Comparison, { differing }: Compared, say: Say): Template {
  const list: ComparedTable = {
    caption: say("compare.answers"),
    corner: say("compare.question"),
    columns: table.columns,
    groups: differing.map(({ title, rows }) => ({
      title,
      rows: rows.map(({ label, cells }) => ({ label, same: false, cells: cells.map(plain) })),
    })),
  };
  return html`${table.summary.map((text) => html`<p>${text}</p>`)} ${comparisonTemplate(table, say)}
    ${differing.length > 0 ? comparisonTemplate(list, say) : html`<p>${say("compare.same_answers")}</p>`}
    <p>${table.notice}</p>`;
}

function plain(text: string): { text: string; tone: "neutral"; change: null } {
  return { text, tone: "neutral", change: null };
}
