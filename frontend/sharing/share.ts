/** Share: a link that carries the answers, to pass on. */

import { html } from "lit/html.js";
import { canSqueeze, toFragment, withoutNotes } from "../answers/share-link.js";
import { copyText } from "../lib/clipboard.js";
import type { Say } from "../lib/messages.js";
import { confirm, dialog } from "../ui/dialog.js";
import { outgoing, type OutgoingContext } from "../import-export/outgoing.js";
import { showsQrCode } from "./offer-qr-code.js";
import { saveAsJson } from "../import-export/save-file.js";

/**
 * Mail programs and messengers cut off what is longer, the oldest at 2,083 characters. With no question open a link has
 * fewer than 1,700 of them; only notes, and many answers to what may be skipped, make it longer.
 */
const MAX_LENGTH = 2000;
/** Addresses that lead to the reader's own computer. */
const OWN_HOST = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/**
 * Make a link that carries the answers, once the reader knows what is in it. Where a link would not arrive, a file does.
 *
 * @param screen The screen that it opens on; none for the questions.
 * @param address The page that it leads to.
 */
export async function share(context: OutgoingContext, screen = "", address = location.href): Promise<void> {
  const { say } = context.page;
  const obstacle = leadsNowhereElse(address) ? "share_local" : canSqueeze() ? null : "share_unable";
  if (obstacle !== null) {
    if (await confirm(say, obstacle)) {
      saveAsJson(context);
    }
    return;
  }
  const sentences = { title: say("share.title"), text: say("share.text"), yes: say("share.yes"), no: say("share.no") };
  const closed = await dialog({ ...sentences, content: withNotes(say) });
  if (closed.returnValue !== "yes") {
    return;
  }
  const notes = closed.querySelector("input")?.checked === true;
  const answers = outgoing(context);
  const fragment = await toFragment(notes ? answers : withoutNotes(answers), screen);
  await pass(new URL(fragment, address).href, context);
}

/** Whether nobody but this reader can open a page at this address: it is a file, or on their own computer. */
export function leadsNowhereElse(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return !/^https?:$/.test(protocol) || OWN_HOST.test(hostname);
}

/** Hand the link to the reader; one that may be cut off only if they would rather have that than a file. */
async function pass(link: string, context: OutgoingContext): Promise<void> {
  const { say, panel } = context.page;
  const choice = link.length > MAX_LENGTH ? await askAboutLength(link, say) : "no";
  if (choice === "yes") {
    saveAsJson(context);
  } else if (choice === "no") {
    const isCopied = await copyText(link);
    await (isCopied ? undefined : showLink(link, say));
    panel.announce(say(isCopied ? "share.copied" : "qr.offer"), showsQrCode(link, context.page));
  }
}

async function askAboutLength({ length }: string, say: Say): Promise<string> {
  const part = (name: string): string => say(`share_long.${name}`, { n: length, most: MAX_LENGTH });
  const asked = { title: part("title"), text: part("text"), yes: part("yes"), no: part("no") };
  return (await dialog(asked)).returnValue;
}

function withNotes(say: Say): ReturnType<typeof html> {
  return html`<p>${say("share.private")}</p>
    <label class="kmop-option"><input type="checkbox" /> <span>${say("share.notes")}</span></label>`;
}

/** The link itself, for the reader to copy by hand. */
async function showLink(link: string, say: Say): Promise<void> {
  const sentences = { title: say("share.by_hand"), text: say("share.by_hand_text"), yes: say("share.done"), no: "" };
  const content = html`<label class="kmop-hidden" for="kmop-link">${say("share.link")}</label>
    <textarea class="kmop-input" id="kmop-link" rows="4" readonly autofocus
      @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}>${link}</textarea>`;
  await dialog({ ...sentences, content });
}
