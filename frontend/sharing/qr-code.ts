/** A link as a QR code, which opens it on another device: comes along with its library only when it is asked for. */

import encodeQR from "qr";

/** What a code can hold at most, in bytes, as the standard has it (ISO/IEC 18004, version 40, level L). */
const MAX_BYTES = 2953;
/** Light all around, as wide as the standard asks. */
const BORDER = 4;

/** The code as rows of modules, true where they are dark; null for a link that is too long for one. */
export function modulesOf(link: string): boolean[][] | null {
  // An address has no other characters than those of one byte.
  return link.length <= MAX_BYTES ? encodeQR(link, "raw", { ecc: "low", border: BORDER }) : null;
}
