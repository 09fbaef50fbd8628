/** The sentences: a page brings those of its catalogue along, the scripts have none of their own. */

export type Say = (id: string, values?: Record<string, string | number>) => string;

/** What is filled in: `{name}`, or `{name:plural antwoord/antwoorden}`, a number with the word that goes with it. */
const HOLE = /\{(\w+)(?::plural ([^/}]+)\/([^}]+))?\}/g;

/**
 * Read the sentences that the page carries.
 *
 * @param element The script element that holds them as JSON, by their full id.
 * @param area The part of the catalogue that they are from.
 */
export function readMessages(element: Element | null, area = "browser"): Say {
  const texts = JSON.parse(element?.textContent ?? "{}") as Record<string, string>;
  return (id, values = {}) => filled(texts[`${area}.${id}`] ?? id, values);
}

/** A sentence with its values filled in; what is not given stays as it is. */
export function filled(text: string, values: Record<string, string | number>): string {
  return text.replaceAll(HOLE, (hole, name: string, one?: string, many?: string) => {
    const value = values[name];
    return value === undefined ? hole : one === undefined ? String(value) : `${value} ${value === 1 ? one : many}`;
  });
}
