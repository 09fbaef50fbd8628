/** The list of what is kept, in its place in the page: drawn anew as the workspace changes. */

import type { PageContext } from "../ui/page-context.js";
import { render } from "../ui/render.js";
import type { Workspace } from "../workspace/workspace.js";
import { type SavedListActions, type SavedListModel, savedListTemplate } from "./saved-list.js";

/** Show it, and let it follow the workspace. */
export function bindSavedPanel(
  place: HTMLElement,
  { say, language }: PageContext,
  workspace: Workspace,
  actions: SavedListActions,
): void {
  let isDrawn = false;
  const isUnfolded = (): boolean => place.querySelector<HTMLDetailsElement>("#kmop-work")?.open === true;
  const drawAs = (unfolded: boolean): void => {
    isDrawn = unfolded;
    render(savedListTemplate({ ...modelOf(workspace), isUnfolded: isDrawn }, actions, say, language), place);
  };
  const draw = (): void => drawAs(isUnfolded());
  const toggled = (): void => {
    if (isUnfolded() !== isDrawn) {
      draw();
    }
  };
  const clicked = ({ target }: Event): void => {
    if (!isDrawn && (target as Element).closest("#kmop-work > summary") !== null) {
      drawAs(true); // before it opens, so that the next key finds it there
    }
  };
  place.addEventListener("click", clicked);
  place.addEventListener("toggle", toggled, { capture: true }); // it does not bubble
  workspace.subscribe({ changed: draw, saved: draw, listChanged: draw });
  draw();
}

function modelOf({ answers, saved, canUndo, canRedo }: Workspace): Omit<SavedListModel, "isUnfolded"> {
  const { id, assessments, versions, corrupt, isAvailable } = saved;
  return { open: { id, answers }, saved: assessments, versions, corrupt, canUndo, canRedo, isAvailable };
}
