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
      text.addEventListener("input", () => sendBy(place.querySelector("[data-mail]"), text.value));
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

/** Let a link send this text, which its address ends with. A mail program reads `+` as itself: spaces in full. */
export function sendBy(link: HTMLAnchorElement | null, text: string): void {
  if (link !== null) {
    const lines = link.protocol === "mailto:" ? text.replace(/\r?\n/g, "\r\n") : text;
    link.href = link.href.replace(/body=[^&]*$/, () => `body=${encodeURIComponent(lines)}`);
  }
}
