/** Takes note of every stop of a walk with the Tab key: whether it can be seen, and what is passed over. */
() => {
  const stops = [];
  const unseen = [];
  const name = (each) => `${each.tagName} ${each.className} ${each.id} ${each.name ?? ""} ${(each.getAttribute("aria-label") ?? each.textContent).trim().slice(0, 40)}`;
  const clear = (colour) => colour === "transparent" || /^rgba.*, 0\)$/.test(colour);
  /** A box that is drawn by its label carries its ring there. */
  const faces = (each) => [each, each.parentElement, each.closest("label"), each.nextElementSibling].filter(Boolean);
  const ringed = (each) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 && !clear(outlineColor);
  };

  /** Where to look for an element: a link that runs on to the next line has more than one box. */
  const spots = (each) =>
    [...each.getClientRects()].flatMap(({ left, top, width, bottom }) => {
      const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)]; // it may be higher than the window
      return [0.2, 0.5, 0.8].map((part) => [left + Math.min(width / 2, 20), from + part * (to - from)]);
    });
  /** What lies on top there is the element itself, or a part of it; not even what it stands in may lie over it. */
  const bare = (each, [x, y]) => each.contains(document.elementFromPoint(x, y));

  /** Why a stop cannot be seen, if it cannot. */
  function hidden(each) {
    const sized = faces(each).filter((face) => face.getBoundingClientRect().width > 1);
    if (sized.length === 0) {
      return "no size";
    }
    const rings = sized.filter(ringed);
    // On the way back a date shows the ring on the part of it that is reached first.
    if (rings.length === 0 && each.type !== "date") {
      return "no ring";
    }
    return [...rings, each].some((face) => spots(face).some((spot) => bare(face, spot))) ? "" : "out of view, or under something";
  }

  // Radios of one group are one stop.
  const groups = new Set();
  const first = (each) => {
    if (each.type !== "radio" || !each.name) {
      return true;
    }
    const group = `${each.form?.id} ${each.name}`;
    return groups.has(group) ? false : groups.add(group) && true;
  };
  const isStop = (each) =>
    each.tabIndex >= 0 && !each.disabled && each.type !== "hidden" && !each.closest("[inert]") &&
    each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
  const controls = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
  const due = [...controls].filter((each) => isStop(each) && first(each));
  let left = false;

  /** Take note of what has the focus now, until that is the first stop again. */
  function step() {
    const each = document.activeElement;
    left ||= each === stops[0] && stops.length > 1;
    // A date is one control with several stops; past the last stop, nothing has the focus.
    if (left || each === document.body || each === null || each === stops.at(-1)) {
      return;
    }
    stops.push(each);
    const why = hidden(each);
    if (why !== "") {
      unseen.push(`${name(each)}: ${why}`);
    }
  }
  // A walk begins at the page itself, wherever a link led to before (the starting point of sequential focus).
  document.body.tabIndex = -1;
  document.body.focus({ preventScroll: true });
  document.body.removeAttribute("tabindex");
  // The key goes down where the focus was, and up where it is.
  addEventListener("keyup", step, { capture: true });

  window.walk = {
    left: () => left,
    found: () => {
      const same = (one, other) => one === other || (one.type === "radio" && one.name === other.name);
      // What was taken away meanwhile could not be met.
      const missed = due.filter((each) => isStop(each) && !stops.some((stop) => same(each, stop)));
      return { stops: stops.map(name), missed: missed.map(name), unseen, left };
    },
  };
}
