/** Feature detection: what this browser lacks, before anything is tried. */

/** What the calculation cannot do without, as the last part of a message's id. */
export type MissingFeature = "webassembly" | "workers";

/** The first thing that is lacking; null when the rules can be tried. */
export function missingFeature(): MissingFeature | null {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiateStreaming !== "function") {
    return "webassembly";
  }
  return hasModuleWorkers() ? null : "workers";
}

/** Browsers without module workers do not look at the type; those that have them do. */
function hasModuleWorkers(): boolean {
  let looked = false;
  const options = {
    get type(): WorkerType {
      looked = true;
      return "module";
    },
  };
  const empty = URL.createObjectURL(new Blob([], { type: "text/javascript" }));
  try {
    new Worker(empty, options).terminate();
  } catch {
    return false; // workers are forbidden here
  } finally {
    URL.revokeObjectURL(empty);
  }
  return looked;
}
