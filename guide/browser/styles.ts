/** The app's own style sheet, for pages that do not name it themselves. */

const NAME = "app.css";

/** Add the style sheet that lies beside the app; null for a page that has it already. */
export function addStyles(beside: string | null): void {
  if (beside === null) {
    return;
  }
  const { href } = new URL(NAME, beside);
  const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  if (links.some((link) => link.href === href)) {
    return;
  }
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}
