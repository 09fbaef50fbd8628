/** The sentences: a page brings those of its catalogue along, the scripts have none of their own. */

export type Say = (id: string, values?: Record<string, string | number>) => string;

/**
 * Read the sentences that the page carries.
 *
 * @param element The script element that holds them as JSON, by their full id.
 * @param area The part of the catalogue that they are from.
 */
export function readMessages(element: Element | null, area = "browser"): Say {
  const texts = JSON.parse(element?.textContent ?? "{}") as Record<string, string>;
  return (id, values = {}) => {
    const text = texts[`${area}.${id}`] ?? id;
    return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
  };
}
