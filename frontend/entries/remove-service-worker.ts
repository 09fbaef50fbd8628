/**
 * Self-destroying service worker: what the dev server serves as `sw.js`.
 *
 * An ordinary site that was opened at the same address left a worker that goes on giving back the pages it kept. A
 * browser finds this one in its place, which throws them away, unregisters and lets open pages load anew. The reader's
 * answers are not its business: they lie in a database of their own.
 */

export {}; // what is declared here is for this file alone

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: "window" });
  // Not waited for: a page loads only once this event is over.
  pages.forEach((page) => void page.navigate(page.url).catch(() => undefined));
}
