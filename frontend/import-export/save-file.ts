/** Save: the answers as a file, for this page to open again. */

import { fullLabelOf, labelOf, optionOf } from "../form/labels.js";
import { download } from "../lib/download.js";
import { today } from "../lib/format.js";
import { outgoing, type OutgoingContext } from "./outgoing.js";

const KEY = "file";

/** Save the answers as JSON. */
export function saveAsJson(context: OutgoingContext): void {
  const { say } = context.page;
  const text = `${JSON.stringify(outgoing(context), null, 2)}\n`;
  save(say("file.answers", { date: today() }), text, context);
}

/** Save the answers as YAML, every answer under its question. */
export async function saveAsYaml(context: OutgoingContext): Promise<void> {
  const { form, say, panel } = context.page;
  const writer = await import("../answers/yaml.js").catch(() => null);
  panel.notice(KEY, writer === null ? { tone: "bad", text: say("take.failed") } : null);
  if (writer === null) {
    return; // the site was renewed under the page, or there is no connection
  }
  const text = writer.toYaml(outgoing(context), {
    head: say("file.yaml_head", { date: today() }),
    label: (name) => labelOf(form, answered(name)),
    option: (name, value) => (name === "unknown" ? fullLabelOf(form, value) : optionOf(form, answered(name), value)),
  });
  save(say("file.answers_yaml", { date: today() }), text, context, "application/yaml");
}

/** Hand over the file, and say so: not every browser shows that it did. */
function save(name: string, text: string, { page }: OutgoingContext, type?: string): void {
  download(name, text, type);
  page.panel.announce(page.say("take.saved", { name }));
}

/** The question that a scenario supposes another answer to. */
function answered(name: string): string {
  return name.replace(/^scenarios\./, "");
}
