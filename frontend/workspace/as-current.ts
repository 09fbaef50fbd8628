/** The open answers for other parts of the same page, which change them as the reader would: with undo, and saved. */

import { type CurrentAssessment, keptAssessment } from "../storage/current-assessment.js";
import type { Workspace } from "./workspace.js";

export function asCurrent(workspace: Workspace): CurrentAssessment {
  const { assessments: kept, id } = workspace.saved;
  const open: CurrentAssessment = {
    id: kept.some((saved) => saved.id === id) ? id : null,
    answers: workspace.isEmpty ? null : workspace.answers,
    kept,
    choose: async (other) => (other === id ? open : keptAssessment(other)),
    change: async (work) => {
      workspace.readForm();
      workspace.replace(work(workspace.answers));
    },
  };
  return open;
}
