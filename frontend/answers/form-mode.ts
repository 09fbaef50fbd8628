/** The two views of the form: step by step, or all on one page. */

export type Mode = "steps" | "all";

/** The view of something that is kept; step by step where it has none, or one of an earlier page. */
export function modeOf(saved: { mode?: unknown }): Mode {
  return modeNamed(saved.mode);
}

/** The view of this name; step by step where it is none. */
export function modeNamed(name: unknown): Mode {
  return name === "all" ? "all" : "steps";
}
