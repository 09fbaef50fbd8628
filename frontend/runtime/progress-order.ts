/** Progress in order: parts arrive when they like, and on a busy machine later than Python that was made of them. */

import type { Progress, Step } from "../contract/worker.js";

const ORDER: readonly Step[] = ["fetch", "python", "rules", "norm"];

/** Tell of each step once it or a later one begins, and of none when a later one has begun. */
export function inOrder(report: (progress: Progress) => void): (progress: Progress) => void {
  let reached = -1;
  return (progress) => {
    const at = ORDER.indexOf(progress.step);
    if (at < Math.max(reached, 0)) {
      return; // passed already, or no step of a start
    }
    for (const step of ORDER.slice(reached + 1, at)) {
      report({ step, loaded: 0, total: 0 });
    }
    reached = at;
    report(progress);
  };
}
