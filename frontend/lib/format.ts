/** Numbers, days and moments as texts. */

const DIGITS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const YEAR = /^(?:19|20)\d\d$/u;

/** Making one takes longer than using it a thousand times. */
const formats = new Map<string, Intl.NumberFormat>();

/** Bytes as megabytes in the reader's way of writing numbers. */
export function megabytes(bytes: number, language: string): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language, DIGITS);
  formats.set(language, format);
  return format.format(bytes / 1_000_000);
}

/** A whole number in the reader's way of writing numbers. */
export function count(number: number, language: string): string {
  return new Intl.NumberFormat(language).format(number);
}

/** The day of today here, ISO. */
export function today(now = new Date()): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** A day (ISO) in words. */
export function inWords(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A moment (ISO) as the reader writes it; empty when it is none. */
export function moment(iso: string, language: string, dateStyle: "medium" | "long" = "medium"): string {
  const date = new Date(iso);
  const format = new Intl.DateTimeFormat(language, { dateStyle, timeStyle: "short" });
  return Number.isNaN(date.getTime()) ? "" : format.format(date);
}

/** A text in which no line ends between a figure, unless a year, and the word or sign after it (`guide/pages/non_breaking_spaces.py`). */
export function unbroken(text: string): string {
  return text.replace(/(\d+) (?=[\p{L}%])/gu, (found, figure: string) => (YEAR.test(figure) ? found : `${figure}\u00a0`));
}
