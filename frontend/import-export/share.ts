/** Share: a link that carries the answers, to pass on. */

import { html } from "lit/html.js";
import { toFragment, withoutNotes } from "../answers/share-link.js";
import { copyText } from "../lib/clipboard.js";
import type { Say } from "../lib/messages.js";
import { dialog } from "../ui/dialog.js";
import type { PageContext } from "../ui/page-context.js";
import type { Workspace } from "../workspace/workspace.js";
import { offerQrCode } from "./offer-qr-code.js";

/** Make a link that carries the answers, once the reader knows what is in it. */
export async function share(page: PageContext, workspace: Workspace): Promise<void> {
  const { say, panel } = page;
  workspace.readForm();
  const sentences = { title: say("share.title"), text: say("share.text"), yes: say("share.yes"), no: say("share.no") };
  const closed = await dialog({ ...sentences, content: withNotes(say) });
  if (closed.returnValue !== "yes") {
    return;
  }
  const notes = closed.querySelector("input")?.checked === true;
  const answers = notes ? workspace.forRules : withoutNotes(workspace.forRules);
  const link = new URL(await toFragment(answers), location.href).href;
  if (await copyText(link)) {
    panel.announce(say("share.copied"));
  } else {
    await showLink(link, say);
  }
  offerQrCode(link, page);
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
