/**
 * Imitates what translators in browsers do to a page, for as long as it is open: they collect texts, answer a moment
 * later, and come back for what is new. `startTranslator("fonts")` puts elements in the place of texts, as Google's and
 * Edge's do; `startTranslator("texts")` changes the texts and drops the comments around them, as Firefox's does.
 */
(() => {
  const ANSWER_MS = 40;
  const MARK = "[fr] ";
  const LEFT_ALONE = "script, style, textarea, template, select";

  const ways = {
    fonts(text, translation) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = translation;
      outer.append(inner);
      text.replaceWith(outer);
    },
    texts(text, translation) {
      const siblings = [...text.parentNode.childNodes];
      siblings.filter(({ nodeType }) => nodeType === Node.COMMENT_NODE).forEach((comment) => comment.remove());
      text.data = translation;
    },
  };

  function untranslated(root) {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
      const { data, parentElement } = walk.currentNode;
      if (data.trim() && !data.startsWith(MARK) && !parentElement.closest(LEFT_ALONE)) {
        found.push(walk.currentNode);
      }
    }
    return found;
  }

  window.startTranslator = (way) => {
    const translate = () => {
      const asked = untranslated(document.body).map((text) => [text, MARK + text.data]);
      const answer = ([text, translation]) => text.isConnected && ways[way](text, translation);
      setTimeout(() => asked.forEach(answer), ANSWER_MS);
    };
    new MutationObserver(translate).observe(document.body, { childList: true, characterData: true, subtree: true });
    translate();
  };

  window.isTranslated = (selector) => {
    const places = [...document.querySelectorAll(selector)];
    return places.length > 0 && places.every((place) => untranslated(place).length === 0);
  };

  /**
   * What stands in these places, without the marks of a translator, the blanks that it may put elsewhere and the case of
   * letters: a word within a list is written small only in our own language.
   */
  window.untranslatedText = (selector) => {
    const texts = [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
    return texts.join(" ").replaceAll(MARK.trim(), "").replaceAll(/\s+/g, "").toLowerCase();
  };
})();
