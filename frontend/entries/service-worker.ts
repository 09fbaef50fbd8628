/**
 * The service worker: keeps the whole site of one build in this browser, and answers from what it kept.
 *
 * A new build waits beside the old one until the reader takes it; one that does not arrive whole leaves the old one as
 * it is. The reader's answers are not its business: they lie in a database of their own.
 */

import {
  cleanupOutdatedCaches,
  matchPrecache,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching";
import { setCatchHandler, setDefaultHandler } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] };

precacheAndRoute(self.__WB_MANIFEST, {
  // Nothing here depends on what stands behind a question mark.
  ignoreURLParametersMatching: [/./],
});
cleanupOutdatedCaches();

// What is not kept comes from the network, and without one the page that says so.
setDefaultHandler(({ request }) => fetch(request));
setCatchHandler(async ({ request }) => {
  const page = request.mode === "navigate" ? await matchPrecache("404.html") : undefined;
  return page ?? Response.error();
});

self.addEventListener("message", ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: string } | null)?.type === "SKIP_WAITING") {
    void self.skipWaiting();
  }
});
