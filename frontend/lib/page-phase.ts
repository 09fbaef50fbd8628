/** When something is over that the page itself says in a class, from the moment that it begins. */

/** The rules are on their way to the first result. */
const STARTING = "kmop-starting";

const page = document.documentElement;

/** Say that the rules start, until the promise is kept: what can wait leaves them the processor and the line. */
export function markStarting(over: Promise<void>): void {
  page.classList.add(STARTING);
  void over.then(() => page.classList.remove(STARTING));
}

/** Wait until the rules have started, or could not; at once on a page that has none. */
export function rulesStarted(): Promise<void> {
  return without(STARTING);
}

function without(sign: string): Promise<void> {
  return new Promise((over) => {
    const observer = new MutationObserver(check);
    function check(): void {
      if (!page.classList.contains(sign)) {
        observer.disconnect();
        over();
      }
    }
    observer.observe(page, { attributeFilter: ["class"] });
    check();
  });
}
