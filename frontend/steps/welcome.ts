/** Welcomes who comes back: the answers are still there, and where something is open one can go on. */

import type { FormNavigation } from "../form/navigation.js";
import { isLeft } from "../form/questions.js";
import type { PageContext } from "../ui/page-context.js";
import type { Workspace } from "../workspace/workspace.js";
import type { StepRouter } from "./step-router.js";

const KEY = "welcome";

interface Action {
  label: string;
  act: () => void;
}

export interface WelcomeContext {
  page: PageContext;
  workspace: Workspace;
  router: StepRouter;
  navigation: FormNavigation;
  /** The screen of the result. */
  result: HTMLElement;
  /** Resolves when there is a result, or can be none. */
  settled(): Promise<void>;
}

export interface Welcome {
  /** Another screen may show: at the result no way leads there. */
  turned(): void;
}

/**
 * Say it once the answers of before show, until something is answered or a way is chosen. Whoever calls this has seen to it
 * that by then the form asks what these answers ask for.
 */
export function bindWelcome(context: WelcomeContext): Welcome {
  const { page, workspace, router, navigation, result } = context;
  const { say, panel } = page;
  let isShown = false;
  let isAtResult = false;
  let goOn: Action[] = [];
  const end = (): void => {
    isShown = false;
    panel.notice(KEY, null);
  };
  const leave = (screen: HTMLElement | null): void => {
    end();
    router.go(screen ?? result);
  };
  const show = (): void => {
    isAtResult = router.current === result;
    const toResult = { label: say("welcome.result"), act: () => leave(result) };
    const actions = isAtResult ? goOn : [...goOn, toResult];
    panel.notice(KEY, { tone: "neutral", text: say("welcome.text"), actions });
  };
  // Before there is a result nobody knows which questions are not this reader's.
  const goOnLater = (): void => void context.settled().then(() => leave(firstOpen(router, navigation)));
  const welcome = (): void => {
    isShown = true;
    goOn = [{ label: say("welcome.go_on_soon"), act: goOnLater }];
    show();
    void context.settled().then(() => {
      const next = firstOpen(router, navigation);
      const screen = next?.ariaLabel ?? next?.dataset["title"] ?? "";
      if (isShown) {
        goOn = next === null ? [] : [{ label: say("welcome.go_on", { screen }), act: () => leave(next) }];
        show();
      }
    });
  };
  let isBack = false;
  workspace.subscribe({
    restored: (found) => {
      isBack = found.isShown && !workspace.isEmpty && router.mode === "steps" && !("alone" in router.current.dataset);
    },
    changed: (cause) => {
      if (cause === "restored" && isBack) {
        welcome();
      } else if (["edited", "cleared", "removed"].includes(cause)) {
        end();
      }
    },
  });
  return { turned: () => void (isShown && isAtResult !== (router.current === result) && show()) };
}

/** The first screen on which something is left to answer. */
function firstOpen(router: StepRouter, navigation: FormNavigation): HTMLElement | null {
  const open = navigation.questions.find(isLeft);
  return open ? router.screens.of(open.block) : null;
}
