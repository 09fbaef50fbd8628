/** The form in the page: what its controls are, what they hold, which questions show. */

import { type Fields, type Kind, type Kinds, NONE_OF_THESE, type NumberKind, UNKNOWN } from "../answers/document.js";
import type { Norm } from "../answers/norm-version.js";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The form as far as answers go: how each is written, what it holds, and to which norm it asks for them. */
export interface AnswersForm {
  readonly kinds: Kinds;
  readonly norm: Norm;
  read(): Fields;
  /** Questions that are not named become open. */
  write(fields: Fields): void;
}

const PARTS = /^(profile|scan|checks|requirements|documents|worth)\./;

export function answersForm(form: HTMLFormElement): AnswersForm {
  return {
    kinds: kindsOf(form),
    norm: normOf(form),
    read: () => readFields(form),
    write: (fields) => writeFields(form, fields),
  };
}

/** The kind of each question, by name, read off the controls. */
function kindsOf(form: HTMLFormElement): Kinds {
  const kinds = new Map<string, Kind>();
  for (const [name, controls] of controlsOf(form)) {
    kinds.set(name, kindOf(name, controls));
  }
  return kinds;
}

/** The norm that the questions of this page were made of. */
export function normOf(form: HTMLFormElement): Norm {
  return { id: form.dataset["norm"] ?? "", version: form.dataset["normVersion"] ?? "" };
}

/** What the form holds now. */
export function readFields(form: HTMLFormElement): Fields {
  const fields = new Map<string, readonly string[]>();
  for (const [name, controls] of controlsOf(form)) {
    fields.set(name, controls.flatMap(valuesOf));
  }
  return fields;
}

/** Let the form hold these values; questions that are not named become open. */
function writeFields(form: HTMLFormElement, fields: Fields): void {
  for (const [name, controls] of controlsOf(form)) {
    const values = fields.get(name) ?? [];
    for (const control of controls) {
      write(control, values);
    }
  }
}

/** After a tick, let "none of these", "don't know" and the others exclude each other; tells whether it did anything. */
export function excludeOthers(ticked: EventTarget | null): boolean {
  if (!isBox(ticked, "checkbox") || !ticked.checked || ticked.form === null) {
    return false;
  }
  const others = (controlsOf(ticked.form).get(ticked.name) ?? []).filter(
    (box) => isBox(box, "checkbox") && box !== ticked && box.checked && [box, ticked].some(standsAlone),
  );
  for (const box of others as HTMLInputElement[]) {
    box.checked = false;
  }
  return others.length > 0;
}

function standsAlone({ value }: Control): boolean {
  return value === NONE_OF_THESE || value === UNKNOWN;
}

/** Mark the controls that a fault is about, and take away earlier marks. */
export function markFaulty(form: HTMLFormElement, names: ReadonlySet<string>): void {
  for (const [name, controls] of controlsOf(form)) {
    for (const control of controls) {
      if (names.has(name)) {
        control.setAttribute("aria-invalid", "true");
      } else {
        control.removeAttribute("aria-invalid");
      }
    }
  }
}

/**
 * Where in the page a question is, as an address; null when it is not there.
 *
 * @param field A name of the form, or a field of the profile without that prefix.
 */
export function addressOf(form: HTMLFormElement, field: string): string | null {
  const ids = idsOf(form);
  const id = ids.get(field) ?? ids.get(`profile.${field}`);
  return id ? `#${id}` : null;
}

/** The name of the question that a fault is in: as much of its path as the form has. */
export function nameOf(form: HTMLFormElement, path: readonly (string | number)[]): string | null {
  const names = controlsOf(form);
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join(".");
    if (names.has(name)) {
      return name;
    }
  }
  return null;
}

/** The questions stand in the page as it came: they are looked up once. */
const controlsOf = once((form) => {
  const groups = new Map<string, Control[]>();
  for (const element of form.elements) {
    if (isControl(element) && PARTS.test(element.name)) {
      groups.set(element.name, [...(groups.get(element.name) ?? []), element]);
    }
  }
  return groups;
});

/** The ids of the blocks that questions stand in, by name. */
const idsOf = once((form) => {
  const blocks = [...form.querySelectorAll<HTMLElement>("[data-field][id]")];
  return new Map(blocks.map((block) => [block.dataset["field"] ?? "", block.id]));
});

function once<Found>(find: (form: HTMLFormElement) => Found): (form: HTMLFormElement) => Found {
  const known = new WeakMap<HTMLFormElement, Found>();
  return (form) => {
    const found = known.get(form) ?? find(form);
    known.set(form, found);
    return found;
  };
}

function kindOf(name: string, controls: Control[]): Kind {
  const [first] = controls;
  if (name.endsWith(".not_applicable")) {
    return "flag";
  }
  if (name.endsWith(".not_applicable.reason")) {
    return "reason";
  }
  if (/\.(flagged|review)$/.test(name)) {
    return "tick";
  }
  if (isBox(first, "radio")) {
    return controls.some((control) => control.value === "true") ? "boolean" : "choice";
  }
  if (isBox(first, "checkbox")) {
    return "choices";
  }
  return (first?.dataset["number"] as NumberKind | undefined) ?? "text";
}

function valuesOf(control: Control): string[] {
  if (isBox(control, "radio") || isBox(control, "checkbox")) {
    return control.checked ? [control.value] : [];
  }
  return control.value === "" ? [] : [control.value];
}

function write(control: Control, values: readonly string[]): void {
  if (isBox(control, "radio")) {
    control.checked = values.includes(control.value);
  } else if (isBox(control, "checkbox")) {
    const isFlag = control.name.endsWith(".not_applicable");
    control.checked = isFlag ? values.length > 0 : values.includes(control.value);
  } else {
    control.value = values[0] ?? "";
  }
}

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

function isBox(control: unknown, type: "radio" | "checkbox"): control is HTMLInputElement {
  return control instanceof HTMLInputElement && control.type === type;
}
