/** After a link was made: offers it as a QR code too, for whoever goes on on another device. */

import { html, svg, type TemplateResult } from "lit/html.js";
import type { Say } from "../lib/messages.js";
import { dialog } from "../ui/dialog.js";
import type { PageContext } from "../ui/page-context.js";
import type { ToastAction } from "../ui/toast.js";

const KEY = "qr";

/** What shows the code of a link: a reader who goes on on another device scans it there. */
export function showsQrCode(link: string, page: PageContext): ToastAction {
  return { label: page.say("qr.show"), act: () => void showCode(link, page) };
}

/** What makes it comes now; it does not where the site was renewed meanwhile. */
async function showCode(link: string, { say, panel }: PageContext): Promise<void> {
  const code = await import("./qr-code.js").catch(() => null);
  panel.notice(KEY, code === null ? { tone: "bad", text: say("take.failed") } : null);
  if (code !== null) {
    await show(code.modulesOf(link), say);
  }
}

/** Show the code, or say that the link is too long for one. */
async function show(modules: boolean[][] | null, say: Say): Promise<void> {
  const text = say(modules === null ? "qr.too_long" : "qr.text");
  const sentences = { title: say("qr.title"), text, yes: say("share.done"), no: "" };
  await dialog({ ...sentences, ...(modules === null ? {} : { content: picture(modules, say) }) });
}

/** Dark on light, also in a dark theme: not every camera reads it otherwise. */
function picture(modules: boolean[][], say: Say): TemplateResult {
  const size = modules.length;
  return html`<svg role="img" aria-label=${say("qr.label")} viewBox="0 0 ${size} ${size}" width="100%" shape-rendering="crispEdges">
    ${svg`<rect width="100%" height="100%" fill="#fff" /><path d=${pathOf(modules)} fill="#000" />`}
  </svg>`;
}

/** Each dark module is a square of one. */
function pathOf(modules: boolean[][]): string {
  const squares = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
  return squares.join("");
}
