/** Welcomes who comes back: the answers are still there, and where something is open one can go on. */

import type { FormNavigation } from "../form/navigation.js";
import type { PageContext } from "../ui/page-context.js";
import type { Workspace } from "../workspace/workspace.js";
import type { StepRouter } from "./step-router.js";

const KEY = "welcome";

/**
 * Say it once the answers of before show, until something is answered or a way is chosen. Whoever calls this has seen to it
 * that by then the form asks what these answers ask for.
 */
export function bindWelcome({ say, panel }: PageContext, workspace: Workspace, router: StepRouter, navigation: FormNavigation, result: HTMLElement): void {
  const leave = (screen: HTMLElement): void => {
    panel.notice(KEY, null);
    router.go(screen);
  };
  const welcome = (): void => {
    const next = firstOpen(router, navigation);
    const screen = next?.ariaLabel ?? next?.dataset["title"] ?? "";
    const goOn = next === null ? [] : [{ label: say("welcome.go_on", { screen }), act: () => leave(next) }];
    const actions = [...goOn, { label: say("welcome.result"), act: () => leave(result) }];
    panel.notice(KEY, { tone: "neutral", text: say("welcome.text"), actions });
  };
  let isBack = false;
  workspace.subscribe({
    restored: ({ isShown }) => {
      isBack = isShown && !workspace.isEmpty && router.mode === "steps" && !("alone" in router.current.dataset);
    },
    changed: (cause) => {
      if (cause === "restored" && isBack) {
        welcome();
      } else if (["edited", "cleared", "removed"].includes(cause)) {
        panel.notice(KEY, null);
      }
    },
  });
}

/** The first screen on which something is open. */
function firstOpen(router: StepRouter, navigation: FormNavigation): HTMLElement | null {
  const open = navigation.questions.find((question) => question.open.length > 0);
  return open ? router.screens.of(open.block) : null;
}
