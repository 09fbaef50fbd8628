/**
 * Rendering in a document that others change too. Translators (Google's, Edge's, Firefox's) put nodes of their own in
 * the place of texts and markers, and lit, which updates the nodes that it made, would leave the old text standing. A
 * place that somebody else touched is therefore rendered from nothing, for the translator to translate anew.
 */

import { render as update } from "lit/html.js";
import { keepReaderState } from "./reader-state.js";

interface Place {
  /** What lit renders before: it keeps its state on it, so another one begins from nothing. */
  end: Comment;
  /** Sees what happens between two renderings. */
  observer: MutationObserver;
}

const places = new WeakMap<HTMLElement, Place>();
/**
 * Whether anybody else ever changed what stands here. From then on no text is ever updated in place: the translation
 * that is under way of an older text would come over it.
 */
let isShared = false;

/** Let an element hold nothing but this content; templates are updated in place as long as nobody else touches them. */
export function render(content: unknown, element: HTMLElement): void {
  const place = places.get(element) ?? watched(element);
  isShared ||= place.observer.takeRecords().length > 0;
  if (isShared) {
    keepReaderState(element, () => renderAnew(content, element, place));
  } else {
    update(content, element, { renderBefore: place.end });
  }
  place.observer.takeRecords(); // our own changes
}

function renderAnew(content: unknown, element: HTMLElement, place: Place): void {
  place.end = document.createComment("");
  element.replaceChildren(place.end);
  update(content, element, { renderBefore: place.end });
}

function watched(element: HTMLElement): Place {
  const end = document.createComment("");
  element.replaceChildren(end); // what the page came with said that nothing is here yet
  const observer = new MutationObserver(() => (isShared = true));
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  const place = { end, observer };
  places.set(element, place);
  return place;
}
