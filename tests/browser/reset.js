/**
 * Puts the page of the self-assessment back to what a fresh visitor sees, and tells all that could differ.
 *
 * What was answered goes by the page's own button; the rest is what a visitor has not touched yet.
 */
(() => {
  const PATIENCE_MS = 20_000;
  const find = (selector) => document.querySelector(selector);
  const folds = () => [...document.querySelectorAll("details")];

  async function until(what, holds) {
    const end = performance.now() + PATIENCE_MS;
    while (!holds()) {
      if (performance.now() > end) {
        throw new Error(`never came: ${what}`);
      }
      await new Promise((go) => setTimeout(go, 5));
    }
  }

  /** Do something after which the result is made anew, and wait until it is there. */
  async function withNewResult(act) {
    const result = find("#kmop-result");
    await until("rest", () => result.getAttribute("aria-busy") === "false");
    let begun = false;
    const watching = new MutationObserver(() => (begun ||= result.getAttribute("aria-busy") === "true"));
    watching.observe(result, { attributeFilter: ["aria-busy"] });
    await act();
    await until("a new result", () => begun && result.getAttribute("aria-busy") === "false");
    watching.disconnect();
  }

  function today() {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return parts.map((part) => String(part).padStart(2, "0")).join("-");
  }

  async function useTodaysDate() {
    const date = find("#kmop-date");
    if (date.value !== today()) {
      await withNewResult(() => {
        date.value = today();
        date.dispatchEvent(new Event("change"));
      });
    }
  }

  async function wipe() {
    find("#kmop-wipe").click();
    await until("the question", () => find("dialog[open] [value=yes]"));
    find("dialog[open] [value=yes]").click();
  }

  function fold(open) {
    const all = folds();
    if (all.length !== open.length) {
      throw new Error(`${all.length} folds, and not ${open.length}`);
    }
    all.forEach((each, index) => (each.open = open[index]));
  }

  /** All on one page, as who came for that finds it: the first screen is the one that was gone to last. */
  async function showAll() {
    const first = find("[data-screen]");
    location.hash = ""; // in the one file this leads back from a page of the guide
    await until("the self-assessment", () => !find("#kmop-assessment")?.hidden);
    location.hash = first.id;
    await until("the first screen", () => first.matches(".kmop-current") && location.hash === `#${first.id}`);
    find("[data-view-link=all]").click();
    await until("all on one page", () => find(".kmop-workbench").dataset.view === "all" && location.hash === "#alles");
  }

  function goToTop() {
    scrollTo({ top: 0, behavior: "instant" });
    document.activeElement?.blur();
  }

  /** Nothing waits to be said, and what stands there was said long ago. Being told otherwise ends a wait. */
  function hush(said) {
    find("#kmop-undo").click();
    find("#kmop-status").textContent = said;
    find("#kmop-toasts").replaceChildren();
  }

  function counted(database) {
    const tables = [...database.objectStoreNames].filter((name) => name !== "superseded"); // grows, holds no answers
    const reading = database.transaction(tables);
    const counts = tables.map((name) => [name, reading.objectStore(name).count()]);
    return new Promise((done) => {
      reading.oncomplete = () => done(counts.map(([name, { result }]) => `kept in ${name}: ${result}`));
    });
  }

  async function kept() {
    const database = await new Promise((done, fail) => {
      const request = indexedDB.open("kmop");
      request.onerror = () => fail(request.error);
      request.onsuccess = () => done(request.result);
    });
    const found = await counted(database);
    database.close();
    return found;
  }

  /** The elements as the page was written, without the notes that its library makes in it. */
  function markup() {
    const page = document.documentElement.cloneNode(true);
    page.querySelectorAll(".md-header, .md-tabs, .md-sidebar").forEach((each) => each.remove()); // they follow the scroll
    page.querySelectorAll("head > meta[name$=-color], head > meta[name=color-scheme]").forEach((each) => each.remove()); // the theme's, now before and now after each other
    page.querySelectorAll("[style]").forEach((each) => (each.style.cssText += "")); // one way of writing
    page.querySelectorAll('[class=""]').forEach((each) => each.removeAttribute("class")); // the focus was here
    page.querySelectorAll(":is(h2, h3, legend, label, .kmop-field)[tabindex]").forEach((each) => each.removeAttribute("tabindex")); // and here, when a screen was turned to
    return page.outerHTML.replaceAll(/<!--.*?-->/gs, "").split(/(?=<)/);
  }

  function controls() {
    const state = ({ name, value, checked, disabled, validity }) =>
      [`holds ${name}`, value, checked, disabled, validity?.badInput].join(" ");
    return [...document.querySelectorAll("input, textarea, select, button")].map(state);
  }

  function surroundings() {
    const stored = [...Object.entries(localStorage), ...Object.entries(sessionStorage)];
    const names = Object.getOwnPropertyNames(window).filter((name) => !/^(axe|__core-js_shared__|pageReset|\d+$)/.test(name));
    const { devicePixelRatio, innerWidth, innerHeight, scrollX, scrollY } = window;
    const scheme = ["prefers-color-scheme: dark", "prefers-reduced-motion", "forced-colors: active", "print"];
    return [
      ...stored.map((entry) => `stored ${entry}`),
      ...names.sort().map((name) => `global ${name}`),
      ...scheme.map((query) => `${query}: ${matchMedia(query === "print" ? query : `(${query})`).matches}`),
      `at ${location.href} ${[scrollX, scrollY, innerWidth, innerHeight, devicePixelRatio]}`,
      `focus on ${document.activeElement?.tagName}`,
    ];
  }

  window.pageReset = {
    /** All that the eye, the keyboard, a test or the next visit could find changed, in lines: as one text, which is handed over faster. */
    look: async () => [...markup(), ...controls(), ...surroundings(), ...(await kept())].join("\n"),
    /** What cannot be read off a page any more once it was used. */
    async remember() {
      const status = find("#kmop-status");
      await until("the result told", () => status.textContent.startsWith("Resultaat"));
      const said = status.textContent;
      hush(said);
      return { open: folds().map((each) => each.open), said };
    },
    async reset({ open, said }) {
      document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close("no"));
      document.activeElement?.blur();
      await useTodaysDate();
      await withNewResult(wipe);
      await showAll();
      fold(open);
      sessionStorage.clear();
      goToTop();
      hush(said);
    },
  };
})();
