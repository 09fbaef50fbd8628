/** As much of a page as is made of what is printed and saved: elements that hold texts and one another. */

import { setGlobal } from "../globals.ts";

export class FakeElement extends EventTarget {
  readonly name: string;
  readonly attributes = new Map<string, string>();
  content: (FakeElement | string)[] = [];
  disabled = true;
  dataset: Record<string, string> = {};
  href = "";
  download = "";
  id = "";
  readonly classes = new Set<string>();
  readonly classList = {
    add: (name: string) => this.classes.add(name),
    remove: (name: string) => this.classes.delete(name),
  };
  #parent: FakeElement | null = null;

  constructor(name: string) {
    super();
    this.name = name;
  }

  append(...content: (FakeElement | string)[]): void {
    for (const part of content) {
      if (part instanceof FakeElement) {
        part.#parent = this;
      }
      this.content.push(part);
    }
  }

  remove(): void {
    const parent = this.#parent;
    if (parent !== null) {
      parent.content = parent.content.filter((part) => part !== this);
    }
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  click(): void {
    this.dispatchEvent(new Event("click"));
  }

  /** This element and all in it, in order. */
  get all(): FakeElement[] {
    return [this, ...this.content.flatMap((part) => (part instanceof FakeElement ? part.all : []))];
  }

  get text(): string {
    return this.content.map((part) => (part instanceof FakeElement ? part.text : part)).join("");
  }
}

export interface FakePage {
  body: FakeElement;
  root: FakeElement;
  /** What was saved as a file: its name, type and text, in order. */
  saved: { name: string; type: string; text: Promise<string> }[];
  /** The style sheets that scripts add, each as its text. */
  sheets: () => string[];
  title: () => string;
}

/** Show a page with these buttons. */
export function fakePage(buttons: FakeElement[] = []): FakePage {
  const [body, root] = [new FakeElement("body"), new FakeElement("html")];
  const saved: FakePage["saved"] = [];
  const blobs = new Map<string, Blob>();
  const page = {
    title: "Zelftoets",
    body,
    documentElement: Object.assign(root, { lang: "nl" }),
    adoptedStyleSheets: [] as { text: string }[],
    createElement(name: string): FakeElement {
      const made = new FakeElement(name);
      made.addEventListener("click", () => {
        const blob = blobs.get(made.href);
        if (blob !== undefined) {
          saved.push({ name: made.download, type: blob.type, text: blob.text() });
        }
      });
      return made;
    },
    getElementById: (id: string) => body.all.find((element) => element.id === id) ?? null,
    querySelectorAll: () => buttons,
  };
  setGlobal("document", page);
  setGlobal("CSSStyleSheet", class {
    text = "";
    replaceSync(text: string): void {
      this.text = text;
    }
  });
  URL.createObjectURL = (blob) => {
    const address = `blob:${blobs.size}`;
    blobs.set(address, blob as Blob);
    return address;
  };
  return { body, root, saved, sheets: () => page.adoptedStyleSheets.map(({ text }) => text), title: () => page.title };
}
