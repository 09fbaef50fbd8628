/** The open answers for other parts of the same page, which change them as the reader would: with undo, and saved. */

import type { CurrentAssessment } from "../storage/current-assessment.js";
import type { Workspace } from "./workspace.js";

export function asCurrent(workspace: Workspace): CurrentAssessment {
  return {
    answers: workspace.isEmpty ? null : workspace.answers,
    kept: workspace.saved.assessments.length,
    change: async (work) => {
      workspace.readForm();
      workspace.replace(work(workspace.answers));
    },
  };
}
