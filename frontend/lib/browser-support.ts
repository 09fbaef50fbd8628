/** What this browser is and lacks, before anything is tried (feature detection). */

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

/** How apps that show pages themselves name themselves to servers; Android adds "wv" for any of them. */
const IN_APP = /\bFBA[NV]\/|\bInstagram \d|\bLinkedInApp\b|; wv\)/;

/** Whether an app shows this page in a browser of its own, which keeps its own data; some do not tell. */
export function isInAppBrowser(userAgent = navigator.userAgent): boolean {
  return IN_APP.test(userAgent);
}
