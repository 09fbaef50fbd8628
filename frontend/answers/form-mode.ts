/** The two ways through the form: the quick scan and the whole of it. */

export type Mode = "scan" | "full";

/** The mode of something that is kept; the whole form where it has none. */
export function modeOf(saved: { mode?: unknown }): Mode {
  return modeNamed(saved.mode);
}

/** The mode of this name; the whole form where it is none. */
export function modeNamed(name: unknown): Mode {
  return name === "scan" ? "scan" : "full";
}
