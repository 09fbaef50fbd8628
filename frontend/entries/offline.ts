/** On every page: lets the whole site be kept for reading without a connection, and offers a new version. */

import { Workbox } from "workbox-window";
import { rulesStarted } from "../lib/page-phase.js";
import { savesData } from "../lib/data-saver.js";

/** Reading comes first: the site is fetched once the page is done and the browser has nothing better to do. */
const PATIENCE_MS = 10_000;

function keepSite(): void {
  const workbox = new Workbox(new URL("../../sw.js", import.meta.url).href);
  let accepted = false;
  workbox.addEventListener("waiting", () =>
    offerUpdate(() => {
      accepted = true;
      workbox.messageSkipWaiting();
    }),
  );
  workbox.addEventListener("controlling", ({ isUpdate }) => {
    if (accepted) {
      location.reload();
    } else if (isUpdate) {
      offerUpdate(() => location.reload()); // taken in another tab: what this page still needs is gone
    }
  });
  workbox
    .register()
    // A browser looks for a new version when it sees fit, which may be a day later.
    .then(() => (navigator.serviceWorker.controller === null ? undefined : workbox.update()))
    .catch(() => undefined); // a browser that keeps nothing here reads with a connection
}

/** Show the offer that the page brings along; the reader may leave it for later. */
function offerUpdate(take: () => void): void {
  const template = document.getElementById("kmop-update");
  if (!(template instanceof HTMLTemplateElement) || document.querySelector(".kmop-update") !== null) {
    return;
  }
  const offer = (template.content.cloneNode(true) as DocumentFragment).firstElementChild;
  offer?.querySelector("[data-update=take]")?.addEventListener("click", take);
  offer?.querySelector("[data-update=later]")?.addEventListener("click", () => offer.remove());
  document.body.append(...(offer ? [offer] : []));
}

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in globalThis) {
    requestIdleCallback(work, { timeout: PATIENCE_MS });
  } else {
    setTimeout(work, PATIENCE_MS / 10);
  }
}

if ("serviceWorker" in navigator && !savesData()) {
  const begin = (): void => void rulesStarted().then(() => whenIdle(keepSite));
  if (document.readyState === "complete") {
    begin();
  } else {
    addEventListener("load", begin);
  }
}
