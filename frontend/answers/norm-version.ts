/** Which norm answers are given to, beside the one of this page. */

import type { Answers } from "./document.js";

/** A longer version is none, which the rules say. */
const MAX_LENGTH = 40;

export interface Norm {
  id: string;
  version: string;
}

/** What the norm of answers is to the page's; unknown where they name none, or another norm. */
export type Age = "same" | "older" | "newer" | "unknown";

/** How old answers are. The rules decide the same in `assessment/migration.py`. */
export function ageOf(answers: Answers, ours: Norm): Age {
  const norm = referenceIn(answers);
  const [theirs, own] = [order(norm?.version), order(ours.version)];
  if (norm?.id !== ours.id || theirs === null || own === null) {
    return "unknown";
  }
  const length = Math.max(theirs.length, own.length);
  for (let index = 0; index < length; index++) {
    // A version that ends where the other goes on is the older one.
    const [their, our] = [theirs[index] ?? -1n, own[index] ?? -1n];
    if (their !== our) {
      return their < our ? "older" : "newer";
    }
  }
  return "same";
}

/** The version of the norm that answers name; empty when they name none. */
export function versionIn(answers: Answers): string {
  return referenceIn(answers)?.version ?? "";
}

function referenceIn(answers: Answers): Norm | null {
  const norm: unknown = answers["norm"];
  const isNamed = typeof norm === "object" && norm !== null && "id" in norm && "version" in norm;
  return isNamed && typeof norm.id === "string" && typeof norm.version === "string" ? (norm as Norm) : null;
}

function order(version: string | undefined): bigint[] | null {
  const isVersion = version !== undefined && version.length <= MAX_LENGTH && /^\d+(\.\d+)*$/.test(version);
  return isVersion ? version.split(".").map(BigInt) : null;
}
