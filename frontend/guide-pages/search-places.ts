/**
 * Search places: where on a page stands what was looked for. A word that the index knows in several forms brings its
 * place once for each, and the theme marks a place as often as it is told: marks within marks break the text.
 */

/** What the search found on a page: by form of the word and field of the index, the places. */
export interface Found {
  matchData: { metadata: Record<string, Record<string, { position?: number[] }>> };
}

/** Leave each place of each field once. */
export function eachPlaceOnce<T extends Found>(found: T[]): T[] {
  for (const { matchData } of found) {
    const known = new Set<string>();
    for (const fields of Object.values(matchData.metadata)) {
      for (const [field, places] of Object.entries(fields)) {
        places.position = (places.position ?? []).filter((place) => isNew(known, `${field} ${place}`));
      }
    }
  }
  return found;
}

function isNew(known: Set<string>, place: string): boolean {
  const size = known.size;
  return known.add(place).size > size;
}
