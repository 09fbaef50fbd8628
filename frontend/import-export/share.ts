/** Answers on their way out, in forms that people can read or pass on. */

import { html } from "lit/html.js";
import { toFragment, withoutNotes } from "../answers/share-link.js";
import { labelOf, optionOf } from "../form/labels.js";
import { copyText } from "../lib/clipboard.js";
import { download } from "../lib/download.js";
import { today } from "../lib/format.js";
import type { Say } from "../lib/messages.js";
import { asked } from "../ui/dialog.js";
import type { Workspace } from "../workspace/workspace.js";

/** Save the answers as YAML, every answer under its question. */
export async function saveAsYaml({ page }: Workspace): Promise<void> {
  const { form, say, session } = page;
  session.read();
  const { toYaml } = await import("../answers/yaml.js");
  const text = toYaml(session.complete, {
    head: say("file.yaml_head", { date: today() }),
    label: (name) => labelOf(form, answered(name)),
    option: (name, value) => optionOf(form, answered(name), value),
  });
  download(say("file.answers_yaml", { date: today() }), text, "application/yaml");
}

/** The question that a scenario supposes another answer to. */
function answered(name: string): string {
  return name.replace(/^scenarios\./, "");
}

/** Make a link that carries the answers, once the reader knows what is in it. */
export async function share({ page }: Workspace): Promise<void> {
  const { say, session, panel } = page;
  session.read();
  const question = { title: say("share.title"), text: say("share.text"), yes: say("share.yes"), no: say("share.no") };
  const dialog = await asked(question, withNotes(say), false);
  if (dialog.returnValue !== "yes") {
    return;
  }
  const notes = dialog.querySelector("input")?.checked === true;
  const answers = notes ? session.complete : withoutNotes(session.complete);
  const link = new URL(await toFragment(answers), location.href).href;
  if (await copyText(link)) {
    panel.announce(say("share.copied"));
  } else {
    await showLink(link, say);
  }
}

function withNotes(say: Say): ReturnType<typeof html> {
  return html`<p>${say("share.private")}</p>
    <label class="kmop-option"><input type="checkbox" /> <span>${say("share.notes")}</span></label>`;
}

/** The link itself, for the reader to copy by hand. */
async function showLink(link: string, say: Say): Promise<void> {
  const question = { title: say("share.by_hand"), text: say("share.by_hand_text"), yes: say("share.done"), no: "" };
  const entry = html`<label class="kmop-hidden" for="kmop-link">${say("share.link")}</label>
    <textarea class="kmop-input" id="kmop-link" rows="4" readonly autofocus
      @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}>${link}</textarea>`;
  await asked(question, entry, false);
}
