/** What comes of opening a file with a text: the text, or why there is none. */

import type { TextForm } from "../contract/texts.js";

/** Why a file is not read; each has its sentence. The command line refuses by the same names. */
export type Refusal =
  | "empty"
  | "too_large"
  | "not_text"
  | "old_word"
  | "other_kind"
  | "protected"
  | "scanned"
  | "broken"
  | "no_reader";

export interface OpenedText {
  text: string;
  form: TextForm;
  /** Pages on which there is no text, such as scanned ones. */
  unread: number;
}

/** Told by a reader that cannot go on. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** A reader of one kind of file, which is fetched when such a file is opened. */
export interface TextReader {
  /** @throws RefusedError */
  read(bytes: Uint8Array<ArrayBuffer>): Promise<OpenedText> | OpenedText;
}
