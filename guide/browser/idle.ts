/** Which parts of the form a candidate need not answer. */

/** Tells for the name of a question's block whether it needs no answer. */
export type Idle = (name: string) => boolean;

/** Before there is a result everything may be asked. */
export const nothingIdle: Idle = () => false;

/** Take it from the names of the blocks that an outcome lists. */
export function idleIn(names: string[]): Idle {
  const idle = new Set(names);
  return (name) => idle.has(name);
}
