/** What does not fit on the page as it is: scrolls sideways, is cut off, spills out of its box, or lies over another. */
async () => {
  // What follows the width of the page does so a few pictures later.
  const sideways = () => document.documentElement.scrollWidth > innerWidth;
  for (let pictures = 0; pictures < 2 || (sideways() && pictures < 60); pictures++) {
    await new Promise(requestAnimationFrame);
  }
  const seen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && each.getClientRects().length > 0;
  const name = (each) => `${each.tagName}.${each.className}: ${each.textContent.trim().replace(/\s+/g, " ").slice(0, 60)}`;
  const box = (each) => each.getBoundingClientRect();
  // Its own topic is repeated by the page's title.
  const all = (selector) => [...document.querySelectorAll(selector)].filter((each) => seen(each) && !each.closest(".md-header__title, .md-sidebar, .md-search") && !heard(each));
  /** For ears only: made small where it would be seen. */
  const heard = (each) => {
    for (let up = each; up !== null && up !== document.body; up = up.parentElement) {
      if (box(up).width <= 1 && getComputedStyle(up).position === "absolute") {
        return true;
      }
    }
    return false;
  };
  /** The boxes of the words in an element that are seen. */
  const words = (each) => {
    const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    const boxes = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (seen(text.parentElement) && !heard(text.parentElement)) {
        const range = document.createRange();
        range.selectNodeContents(text);
        boxes.push(...[...range.getClientRects()].filter(({ width }) => width > 1));
      }
    }
    return boxes;
  };
  const scrolls = (each) => {
    for (let up = each; up !== null; up = up.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) {
        return true;
      }
    }
    return false;
  };
  const hides = (each) => /hidden|clip/.test(getComputedStyle(each).overflow);

  const cut = (each) => hides(each) && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1) && each.clientWidth > 1;
  const spills = (each) => words(each).some(({ left, right }) => left < box(each).left - 1 || right > box(each).right + 1);
  const beyond = (each) => !scrolls(each) && words(each).some(({ right }) => right > innerWidth + 1);
  const over = (one, other) => {
    const [a, b] = [box(one), box(other)];
    const both = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
    return both[0] > 1 && both[1] > 1 && !one.contains(other) && !other.contains(one);
  };

  const boxes = all("button, .md-button, .kmop-button, th, summary, label, legend, .md-tabs__link, .kmop-badge, .kmop-mark, option");
  const text = all("main :is(p, li, td, dt, dd, h1, h2, h3, h4, a), .md-banner p, .md-footer :is(p, a)");
  /** Lies over the page on purpose, and moves with the window. */
  const floats = (each) => {
    for (let up = each; up !== null; up = up.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(up).position)) {
        return true;
      }
    }
    return false;
  };
  const pressed = all("button, .md-button, .kmop-button, .md-tabs__link").filter((each) => !floats(each));
  const pairs = pressed.flatMap((one, index) => pressed.slice(index + 1).filter((other) => over(one, other)).map((other) => [one, other]));
  return [
    ...(sideways() ? ["the page scrolls sideways"] : []),
    ...[...boxes, ...text].filter(cut).map((each) => `cut off: ${name(each)}`),
    ...boxes.filter(spills).map((each) => `spills: ${name(each)}`),
    ...text.filter(beyond).map((each) => `beyond the page: ${name(each)}`),
    ...pairs.map(([one, other]) => `overlap: ${name(one)} and ${name(other)}`),
  ];
}
