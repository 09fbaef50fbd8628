/** On the page of changes: choose what they touch, and see what was in force on a day. */

import { offerFilter } from "./filter.js";
import { offerDay } from "./then.js";

/** Let a reader choose; both choices count for what was in force. */
export function offerChanges(root: ParentNode): void {
  let show: () => void = () => undefined;
  const chosen = offerFilter(root, () => show());
  show = offerDay(root, chosen);
}
