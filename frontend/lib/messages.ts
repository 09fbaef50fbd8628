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

const DIGITS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
/** Making one takes longer than using it a thousand times. */
const formats = new Map<string, Intl.NumberFormat>();

/** Bytes as megabytes in the reader's way of writing numbers. */
export function megabytes(bytes: number, language: string): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language, DIGITS);
  formats.set(language, format);
  return format.format(bytes / 1_000_000);
}

/** The day of today here, ISO. */
export function today(now = new Date()): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
