/** The clipboard of the browser. */

/** Copy a text; false where that is forbidden, or not there, as on an address without https. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
