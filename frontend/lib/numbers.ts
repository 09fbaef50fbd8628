/** Numbers as people write them here: read as they are written, or not at all. */

/** What a number is of; its sign may stand before or behind it. */
export type Unit = "euro" | "percent";

/** With a comma or a point before the decimals; with points or blanks between the thousands, all of them or none. */
const NUMBER =
  /^(?<minus>[-−])?(?<whole>\d+|[1-9]\d{0,2}(?:\.\d{3})+(?!\.)|[1-9]\d{0,2}(?: \d{3})+)(?:[.,](?<decimals>\d{1,2})|,[-–—]{1,2})?$/;
const UNITS: Record<Unit, RegExp> = {
  euro: /^[-−]?(?:€|eur|euro) ?| ?(?:€|eur|euro)$/i,
  percent: / ?%$/,
};

/**
 * Read a number: its digits with a point before the decimals, as `1250.50`; null when it could mean several things, or
 * none.
 */
export function readNumber(text: string, unit?: Unit): string | null {
  const plain = text.trim().replaceAll(/\s+/g, " ");
  const found = NUMBER.exec(unit === undefined ? plain : plain.replace(UNITS[unit], minusOf))?.groups;
  if (found === undefined) {
    return null;
  }
  const { minus = "", whole = "", decimals } = found;
  const digits = whole.replaceAll(/[. ]/g, "").replace(/^0+(?=\d)/, "");
  return `${minus && "-"}${digits}${decimals === undefined ? "" : `.${decimals}`}`;
}

/** Read a whole number; null for any other, and for one with more digits than a number can hold. */
export function readWhole(text: string, unit?: Unit): number | null {
  const [whole = "", decimals = ""] = readNumber(text, unit)?.split(".") ?? [];
  return /^-?\d{1,15}$/.test(whole) && /^0*$/.test(decimals) ? Number(whole) : null;
}

/** Write a number that `readNumber` gave with a comma; anything else stays as it was. */
export function withComma(text: string): string {
  return /^-?\d+\.\d{1,2}$/.test(text) ? text.replace(".", ",") : text;
}

function minusOf(sign: string): string {
  return /^[-−]/.test(sign) ? "-" : "";
}
