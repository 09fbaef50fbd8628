/** How long ago the data of this site were last updated: counted where they are read, since a page may be kept for long. */

const DAYS_A_MONTH = 30.44;
const MS_A_DAY = 86_400_000;

/** Say beside the day of the last update how many months ago that is, from the first month on. */
export function tellAge(root: ParentNode, now = Date.now()): void {
  for (const place of root.querySelectorAll<HTMLElement>("[data-updated]")) {
    const months = Math.floor((now - Date.parse(place.dataset["updated"] ?? "")) / MS_A_DAY / DAYS_A_MONTH);
    if (months > 0) {
      const words = new Intl.RelativeTimeFormat(document.documentElement.lang).format(-months, "month");
      place.textContent = ` (${words})`;
    }
  }
}
