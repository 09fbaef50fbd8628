/**
 * Search words: what stands on pages and what is typed, made alike (text normalisation), so that they meet whatever the
 * accents, the marks around them and the way in which they are joined.
 */

/** Marks that stand within a word and part nothing, such as the one in "thema's". */
const APOSTROPHES = /['’ʼ`´]/gu;
/** What is neither letter nor figure; a star stands for the rest of a word. */
const BETWEEN = /[^\p{L}\p{N}*]+/gu;
const LETTERS_AND_FIGURES = /^(?:(\p{L}{2,})(\d{2,}\*?)|(\d{2,})(\p{L}{2,}\*?))$/u;
/** A word as the theme asks for it: whether it must be there, the word, and how much of it. */
const CLAUSE = /^([+-]?)(.*?)(\*|[~^]\d+)?$/su;
const STARTS_WITH = "*";

/** The words that a search knows a word of a page by: its parts, and what it is without what parts them. */
export function wordsToIndex(word: string): string[] {
  const parts = partsOf(word);
  return parts.length > 1 ? [...parts, parts.join("")] : parts;
}

/** What is asked for, in words as `wordsToIndex` gives them; as it is where that leaves none, for Lunr then finds all. */
export function normaliseQuery(query: string): string {
  return query.split(/\s+/u).flatMap(normaliseClause).join(" ") || query;
}

function normaliseClause(clause: string): string[] {
  const [, sign = "", word = "", ending = ""] = CLAUSE.exec(clause) ?? [];
  // One letter is the beginning of too much.
  const endingOf = (part: string): string => (ending === STARTS_WITH && part.length === 1 ? "" : ending);
  return partsOf(word).map((part) => sign + part + endingOf(part));
}

function partsOf(word: string): string[] {
  return withoutAccents(word).split(BETWEEN).flatMap(splitAtFigures).filter(Boolean);
}

function withoutAccents(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").replace(APOSTROPHES, "").toLowerCase();
}

/** "iso9001" is found by whoever looks for "iso 9001", and the other way round. */
function splitAtFigures(word: string): string[] {
  return LETTERS_AND_FIGURES.exec(word)?.slice(1).filter(Boolean) ?? [word];
}
