/** Templates: the buttons beside the documents, and the file that each of them makes of the answers as they are then. */

import type { Template } from "../contract/template.js";
import { download } from "../lib/download.js";
import type { Say } from "../lib/messages.js";

const TYPE = "application/vnd.openxmlformats-officedocument.";
const DOCX = `${TYPE}wordprocessingml.document`;
const XLSX = `${TYPE}spreadsheetml.sheet`;

export interface TemplateContext {
  say: Say;
  language: string;
  /** A template, filled in with the answers as they are now; null when it cannot be made. */
  template(name: string): Promise<Template | null>;
}

/** Makes a file of a template; gives its name, or null where the template has no such form. */
type Make = (template: Template, language: string) => Promise<string | null>;

// The libraries come only when they are used.
const FORMS: Record<string, Make> = {
  docx: async ({ paper }, language) => {
    if (paper === null) {
      return null;
    }
    const { asDocx } = await import("../papers/docx.js");
    return saved(`${paper.file}.docx`, await asDocx(paper, language), DOCX);
  },
  xlsx: async ({ workbook }) => {
    if (workbook === null) {
      return null;
    }
    const { asXlsx } = await import("../papers/xlsx.js");
    return saved(`${workbook.file}.xlsx`, await asXlsx(workbook), XLSX);
  },
};

/** Let the buttons of the page work; returns what to call once the rules answer. */
export function bindTemplateButtons(context: TemplateContext): () => void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("button[data-template]")];
  for (const button of buttons) {
    button.addEventListener("click", () => void makeFile(button, context));
  }
  return () => {
    for (const button of buttons) {
      button.disabled = false;
    }
  };
}

async function makeFile(button: HTMLButtonElement, { say, language, template }: TemplateContext): Promise<void> {
  tell(button, "");
  button.setAttribute("aria-busy", "true");
  try {
    const made = await template(button.dataset["template"] ?? "");
    const name = made === null ? null : await FORMS[button.dataset["form"] ?? ""]?.(made, language);
    tell(button, name ? say("take.saved", { name }) : (made?.unneeded ?? say("take.not_now")));
  } catch (error) {
    console.warn(error);
    tell(button, say("take.failed"));
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** Say beside the button what became of it. */
function tell(button: HTMLButtonElement, text: string): void {
  const told = button.parentElement?.querySelector('[role="status"]');
  if (told) {
    told.textContent = text;
  }
}

function saved(name: string, content: Blob, type: string): string {
  download(name, content, type);
  return name;
}
