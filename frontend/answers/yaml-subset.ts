/** The subset of YAML that answers are read from, the same as in `guide/documents/yaml_builder.py`. */

const INTEGER = /^[-+]?(0|[1-9][0-9]{0,14})$/;
const DECIMAL = /^[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}([eE][-+]?[0-9]{1,2})?$/;
const WORDS: Readonly<Record<string, string>> = { "": "null", "~": "null", null: "null", true: "true", false: "false" };
/** Tabs to indent with, and characters of control, among them a line end of old that readers do not agree on. */
const UNREADABLE = /^\ufeff|(?:^|\n)[ \t]*\t|[\0-\x08\x0b-\x1f]/;

/** The text as every reader takes it; undefined where they do not agree. */
export function readable(text: string): string | undefined {
  const source = text.replaceAll("\r\n", "\n");
  return UNREADABLE.test(source) ? undefined : source;
}

/** What a text without quotes stands for, in JSON; a number as it is written. */
export function plainJson(text: string): string {
  if (Object.hasOwn(WORDS, text)) {
    return WORDS[text] ?? "null";
  }
  return INTEGER.test(text) || DECIMAL.test(text) ? text.replace(/^\+/, "") : JSON.stringify(text);
}
