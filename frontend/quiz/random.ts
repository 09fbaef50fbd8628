/** Chance that can be repeated: the same number gives the same order, on every device. */

export type Random = () => number;

/** Numbers from 0 up to 1, after mulberry32 of T. Ettinger. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same things in another order. */
export function shuffled<Thing>(things: readonly Thing[], random: Random): Thing[] {
  const result = [...things];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as Thing, result[last] as Thing];
  }
  return result;
}

/** A number for a new series, short enough to pass on by word of mouth. */
export function newSeries(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return 1000 + (drawn % 9000);
}
