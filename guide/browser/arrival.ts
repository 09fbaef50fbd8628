/** When the form is all there: its lower parts come in step by step (`guide/templates/in_steps.js.j2`). */

const ARRIVING = "kmop-arriving";

/** Wait until the whole form is there. Before, a phone has no core to spare for the interpreter. */
export function wholeForm(): Promise<void> {
  const page = document.documentElement;
  return new Promise((arrived) => {
    const observer = new MutationObserver(check);
    function check(): void {
      if (!page.classList.contains(ARRIVING)) {
        observer.disconnect();
        arrived();
      }
    }
    observer.observe(page, { attributeFilter: ["class"] });
    check();
  });
}
