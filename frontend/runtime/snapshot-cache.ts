/**
 * Snapshot: Python's memory as it stands once the rules and the norm are in it, kept in this browser. The next start
 * wakes it up instead of importing everything again. It holds no answers.
 */

const CACHE = "kmop-snapshot";
const SIZE = "x-kmop-size";

/** Where it is kept: another runtime (its folder tells) or another browser finds nothing here. */
function address(base: string): string {
  return `${base}snapshot?${encodeURIComponent(navigator.userAgent)}`;
}

/** What is kept for this runtime in this browser; null when nothing is, or not all of it. */
export async function loadSnapshot(base: string): Promise<Uint8Array | null> {
  try {
    const cache = await caches.open(CACHE);
    const found = await cache.match(address(base));
    if (found === undefined) {
      return null;
    }
    const bytes = new Uint8Array(await found.arrayBuffer());
    return found.headers.get(SIZE) === String(bytes.length) ? bytes : null;
  } catch {
    return null; // a browser that keeps nothing here starts as if for the first time
  }
}

/** Keep it in the place of any other. */
export async function saveSnapshot(base: string, bytes: Uint8Array): Promise<void> {
  await forgetSnapshots();
  const cache = await caches.open(CACHE);
  const answer = new Response(new Uint8Array(bytes), { headers: { [SIZE]: String(bytes.length) } });
  await cache.put(address(base), answer);
}

/** Throw away what is kept, of whatever runtime. */
export async function forgetSnapshots(): Promise<void> {
  await caches.delete(CACHE);
}
