/** Which parts of the form a candidate need not answer, read off the report. */

interface Report {
  requirements: { id: string; scope: string; checks: { id: string; state: string }[] }[];
  documents: { id: string }[];
}

/** What a requirement's scope is when the auditor looks, or may look, at its points. */
const LOOKED_AT: readonly string[] = ["audited", "unknown"];

/** Tells for the name of a question's block whether it needs no answer. */
export type Idle = (name: string) => boolean;

/** Before there is a report everything may be asked. */
export const nothingIdle: Idle = () => false;

/** Read it off a report's text. */
export function idleIn(report: string): Idle {
  const { requirements, documents } = JSON.parse(report) as Report;
  const needed = new Set(documents.map((document) => `documents.${document.id}`));
  const idle = new Set(requirements.flatMap(idleOf));
  return (name) => idle.has(name) || (name.startsWith("documents.") && !needed.has(name));
}

function idleOf({ id, scope, checks }: Report["requirements"][number]): string[] {
  const none = !LOOKED_AT.includes(scope);
  const points = checks.filter((check) => none || check.state === "not_asked");
  return [...points.map((check) => `checks.${check.id}`), ...(none ? [`scan.${id}`] : [])];
}
