/** A link as a QR code, which opens it on another device: comes along with its library only when it is asked for. */

import { html, svg, type TemplateResult } from "lit/html.js";
import encodeQR from "qr";
import type { Say } from "../lib/messages.js";
import { dialog } from "../ui/dialog.js";

/** What a code can hold at most, in bytes, as the standard has it (ISO/IEC 18004, version 40, level L). */
const MAX_BYTES = 2953;
/** Light all around, as wide as the standard asks. */
const BORDER = 4;

/** Show the link as a code, or say that it is too long for one. */
export async function showQrCode(link: string, say: Say): Promise<void> {
  const fits = link.length <= MAX_BYTES; // an address has no other characters than those of one byte
  const sentences = { title: say("qr.title"), text: say(fits ? "qr.text" : "qr.too_long"), yes: say("share.done"), no: "" };
  await dialog({ ...sentences, ...(fits ? { content: picture(link, say) } : {}) });
}

/** The code as rows of modules, true where they are dark. */
export function modulesOf(link: string): boolean[][] {
  return encodeQR(link, "raw", { ecc: "low", border: BORDER });
}

/** Dark on light, also in a dark theme: not every camera reads it otherwise. */
function picture(link: string, say: Say): TemplateResult {
  const modules = modulesOf(link);
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
