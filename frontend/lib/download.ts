/** Files out of the page: what the reader saves. */

/** Let the browser save something as a file. */
export function download(name: string, content: BlobPart, type = "application/json"): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser needs the address until it has begun; there is no event that tells.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
