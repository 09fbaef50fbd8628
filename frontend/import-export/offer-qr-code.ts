/** After a link was made: offers it as a QR code too, for who goes on on another device. */

import type { PageContext } from "../ui/page-context.js";

const KEY = "qr";

/** Offer it until the reader has seen it, or makes another link. */
export function offerQrCode(link: string, page: PageContext): void {
  const { say, panel } = page;
  const show = { label: say("qr.show"), act: () => void showCode(link, page) };
  panel.notice(KEY, { tone: "neutral", text: say("qr.offer"), actions: [show] });
}

/** What draws it comes now; it does not where the site was renewed meanwhile. */
async function showCode(link: string, { say, panel }: PageContext): Promise<void> {
  const code = await import("./qr-code.js").catch(() => null);
  panel.notice(KEY, code === null ? { tone: "bad", text: say("take.failed") } : null);
  await code?.showQrCode(link, say);
}
