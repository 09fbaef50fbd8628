/**
 * In the worker of the theme's search, behind what Lunr knows of the language: gives index and questions the same words.
 *
 * Lunr works on words of pages one by one (a pipeline), but takes a question with a wildcard as it was typed.
 */

import { eachPlaceOnce, type Found } from "../guide-pages/search-places.js";
import { normaliseQuery, wordsToIndex } from "../guide-pages/search-words.js";

interface Token {
  clone(change: () => string): Token;
}
interface Pipeline {
  after(existing: unknown, added: (token: Token) => Token[]): void;
}
type Step = (token: Token) => unknown;
type Language = ((this: { pipeline: Pipeline }) => void) & { stopWordFilter: unknown; trimmer: Step; wordCharacters: string };
type QueryParser = new (question: string, query: unknown) => object;
type QueryLexer = new (question: string) => object;
interface Lunr {
  Index: { prototype: { query(asked: unknown): Found[] } };
  QueryLexer: QueryLexer;
  QueryParser: QueryParser;
  Pipeline: { registerFunction(added: Step, name: string): void };
  trimmerSupport: { generateTrimmer(characters: string): Step };
}

/** The language that the script before this one added. */
declare const SEARCH_LANGUAGE: string;

const { lunr } = globalThis as unknown as { lunr: Lunr };
const languages = lunr as unknown as Record<string, Language>;
const language = languages[SEARCH_LANGUAGE] as Language;

function normaliseToken(token: Token): Token[] {
  return wordsToIndex(String(token)).map((word) => token.clone(() => word));
}

// What Lunr trims off a word is all but the letters of the language: figures are words too.
language.trimmer = lunr.trimmerSupport.generateTrimmer(`${language.wordCharacters}0-9`);
lunr.Pipeline.registerFunction(language.trimmer, "kmop-trimmer");
lunr.Pipeline.registerFunction(normaliseToken, "kmop-words");
languages[SEARCH_LANGUAGE] = Object.assign(function (this: { pipeline: Pipeline }) {
  language.call(this);
  this.pipeline.after(language.stopWordFilter, normaliseToken);
}, language);
lunr.QueryParser = class extends lunr.QueryParser {
  constructor(question: string, query: unknown) {
    super(normaliseQuery(question), query);
  }
};
const { query } = lunr.Index.prototype;
lunr.Index.prototype.query = function (asked) {
  return eachPlaceOnce(query.call(this, asked));
};
// Nobody names a field of the index, as Lunr reads what stands before a colon.
lunr.QueryLexer = class extends lunr.QueryLexer {
  constructor(question: string) {
    super(question.replaceAll(":", " "));
  }
};
