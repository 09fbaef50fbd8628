/** What of the page could not be seen where the visitor chose the colours (forced colours), as lines. */
() => {
  // What is only heard is a pixel wide.
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const name = (element) => `${element.tagName} ${element.id || element.name || element.className || element.textContent}`;
  const clear = (color) => color === "transparent" || /^rgba.*, 0\)$/.test(color);
  const style = getComputedStyle;

  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.cssText = "color: Canvas; forced-color-adjust: none";
  const canvas = style(probe).color;
  probe.remove();

  /** The colour that an element stands on. */
  function ground(element) {
    for (let each = element; each !== null; each = each.parentElement) {
      if (!clear(style(each).backgroundColor)) {
        return style(each).backgroundColor;
      }
    }
    return canvas;
  }
  const stands = (color, element) => !clear(color) && color !== ground(element.parentElement);
  const edged = (element) =>
    ["Top", "Bottom"].some((side) => {
      const own = style(element);
      return parseFloat(own[`border${side}Width`]) > 0 && stands(own[`border${side}Color`], element);
    });
  /** A box to tick is drawn by the browser; a button or a field only until a style sheet dresses it. */
  const ticked = (element) => ["radio", "checkbox"].includes(element.type) && style(element).appearance !== "none";
  const drawn = (element) => ticked(element) || edged(element);
  const filled = (element) =>
    stands(style(element).backgroundColor, element) || style(element).backgroundImage !== "none";

  /** How a control looks by itself. */
  const face = (element) => {
    const { appearance, borderColor, borderWidth, backgroundColor, backgroundImage, boxShadow } = style(element);
    return [appearance, borderColor, borderWidth, backgroundColor, backgroundImage, boxShadow].join(" ");
  };
  const faceless = (chosen) => {
    const other = all(`input[type=${chosen.type}]:not(:checked)`)[0];
    return style(chosen).appearance === "none" && other !== undefined && face(other) === face(chosen);
  };
  const text = (element) => stands(style(element).color, element) || style(element).color !== ground(element);

  const main = ":is(.kmop-workbench, dialog[open], .kmop-strip)";
  return [
    ...all(`${main} :is(button, input:not([type=file]), textarea, select), .md-search__input`).filter((each) => !drawn(each)).map((each) => `no edge: ${name(each)}`),
    ...all(`${main} input:checked`).filter(faceless).map((each) => `chosen like the others: ${name(each)}`),
    ...all(`${main} [aria-pressed=true]`).filter((each) => face(each) === face(document.querySelector("[aria-pressed=false]"))).map((each) => `pressed like the others: ${name(each)}`),
    ...all(".md-logo img").filter((each) => !filled(each)).map(() => "no logo"),
    ...all(".kmop-picture__bar, .kmop-picture__likely").filter((each) => !filled(each)).map((each) => `no bar: ${name(each)}`),
    ...all(`${main} :is(p, li, label, legend, h2, h3, h4, summary, a, button, td, th)`).filter((each) => !text(each)).map((each) => `no text: ${name(each)}`),
  ];
}
