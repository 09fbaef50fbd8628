/** Texts that a page offers to copy, or to open as a mail. */

import { copyText } from "../lib/clipboard.js";

/** Let each text be copied as the reader left it, and mailed so too. */
export function bindCopying(root: ParentNode): void {
  for (const place of root.querySelectorAll("[data-copying]")) {
    const text = place.querySelector("textarea");
    const copy = place.querySelector<HTMLButtonElement>("[data-copy]");
    const status = place.querySelector("[data-copy-status]");
    if (text && copy && status) {
      offer(text, copy, status);
      text.addEventListener("input", () => mail(place.querySelector("[data-mail]"), text.value));
    }
  }
}

function offer(text: HTMLTextAreaElement, copy: HTMLButtonElement, status: Element): void {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const isCopied = await copyText(text.value);
    if (!isCopied) {
      text.select(); // the reader can still copy it by hand
    }
    status.textContent = copy.dataset[isCopied ? "done" : "failed"] ?? "";
  });
}

/** What is mailed is what stands there. A mail program reads `+` as itself, so spaces are written in full. */
function mail(link: HTMLAnchorElement | null, text: string): void {
  if (link !== null) {
    link.href = link.href.replace(/(body=).*$/, `$1${encodeURIComponent(text.replace(/\r?\n/g, "\r\n"))}`);
  }
}
