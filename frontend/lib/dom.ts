/** Elements of the page. */

/** The element by this id; a page without it, or with another kind of element there, is not the page that was meant. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (!(element instanceof type)) {
    throw new TypeError(`#${id}`);
  }
  return element;
}

/** The first element that a selector finds, as little to be missed. */
export function bySelector(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) {
    throw new TypeError(selector);
  }
  return element;
}
