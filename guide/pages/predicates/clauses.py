"""What a predicate says, as readable parts: ends of a sentence that begins with "if", joined or nested."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from assessment.fields import options_of
from assessment.validity import state_in_force
from assessment.wording import Wording
from guide.pages.model import Element, Norm

__all__ = ["Clause", "Clauses"]


@dataclass(frozen=True)
class Clause:
    """A part of what must hold.

    Attributes:
        text: What must hold, if this is a single part.
        kind: How the parts hang together if there are several: `all`, `any`, `not_all` or `not_any`.
        parts: The several parts.
    """

    text: str = ""
    kind: str = ""
    parts: tuple["Clause", ...] = ()

    @property
    def nested(self) -> bool:
        """Whether a part has parts of its own, or several parts are denied: too much for one sentence."""
        return self.kind.startswith("not_") or any(part.parts for part in self.parts)


class Clauses:
    """Puts the predicates of a norm into clauses, with the texts that its questions have for that."""

    def __init__(self, norm: Norm, wording: Wording) -> None:
        self._norm = norm
        self._wording = wording

    def of(self, predicate: Element) -> Clause:
        """Return what a predicate says."""
        return self._of(predicate, holds=True)

    def _of(self, predicate: Element, *, holds: bool) -> Clause:
        ((kind, terms),) = predicate.items()
        return self.KINDS[kind](self, terms, holds=holds)

    def _all(self, parts: list[Element], *, holds: bool) -> Clause:
        return self._joined("all", parts, holds=holds)

    def _any(self, parts: list[Element], *, holds: bool) -> Clause:
        return self._joined("any", parts, holds=holds)

    def _joined(self, kind: str, predicates: list[Element], *, holds: bool) -> Clause:
        parts = [self._of(part, holds=True) for part in predicates]
        if len(parts) == 1 and holds:
            return parts[0]
        flat = [inner for part in parts for inner in (part.parts if part.kind == kind else (part,))]
        return Clause(kind=kind if holds else f"not_{kind}", parts=tuple(flat))

    def _not(self, predicate: Element, *, holds: bool) -> Clause:
        return self._of(predicate, holds=not holds)

    def _equals(self, terms: Element, *, holds: bool) -> Clause:
        return self._among(terms["field"], [terms["value"]], holds=holds)

    def _in(self, terms: Element, *, holds: bool) -> Clause:
        return self._among(terms["field"], terms["values"], holds=holds)

    def _among(self, name: str, values: list[object], *, holds: bool) -> Clause:
        field = self._norm["profile"]["fields"][name]
        if field["kind"] == "yes_no":
            answer = self._wording.message("pages.when.yes" if values[0] else "pages.when.no")
            return Clause(self._text(field, field, answer, holds=holds is bool(values[0])))
        options = options_of(field, self._norm)
        if field["kind"] == "choice" and not holds:
            # Whoever chose, and none of these, chose one of the others.
            values, holds = [each["id"] for each in options if each["id"] not in values], True
        texts = [self._option(field, each, holds=holds) for each in options if each["id"] in values]
        return Clause(self._wording.message("pages.when.or" if holds else "pages.when.and").join(texts))

    def _option(self, field: Element, option: Element, *, holds: bool) -> str:
        holder = option if "clause" in option else field
        return self._text(field, holder, self._lower(self._wording.text(option["title"])), holds=holds)

    def _at_least(self, terms: Element, *, holds: bool) -> Clause:
        return self._compared(terms, "at_least" if holds else "less")

    def _more_than(self, terms: Element, *, holds: bool) -> Clause:
        return self._compared(terms, "more" if holds else "at_most")

    def _compared(self, terms: Element, message: str) -> Clause:
        answer = self._wording.message(f"pages.when.{message}", {"value": self._bound(terms)})
        return self._answered(terms["field"], answer)

    def _bound(self, terms: Element) -> str:
        """Return a bound in words; of a fact or a rule, its figure of today."""
        if "value" in terms:
            return str(terms["value"])
        element = self._wording.element(terms["figure_of"])
        state = state_in_force(element, self._norm["checked_on"])
        return self._wording.value((state or element)["value"])

    def _on_or_after(self, terms: Element, *, holds: bool) -> Clause:
        day = "from" if holds else "before"
        if "other" in terms:
            other = self._question(self._norm["profile"]["fields"][terms["other"]])
            answer = self._wording.message(f"pages.when.{day}_other", {"other": other})
        else:
            answer = self._wording.message(f"pages.when.{day}", {"date": terms["value"]})
        if terms["field"] == "date":
            return Clause(self._wording.message("pages.when.today", {"answer": answer}))
        return self._answered(terms["field"], answer)

    def _answered(self, name: str, answer: str) -> Clause:
        field = self._norm["profile"]["fields"][name]
        return Clause(self._text(field, field, answer, holds=True))

    def _text(self, field: Element, holder: Element, answer: str, *, holds: bool) -> str:
        """Return the norm's own text for an answer; without one, question and answer speak for themselves."""
        key = "clause" if holds else "clause_not"
        if key in holder:
            text: str = holder[key][self._wording.language]
            return text.replace("{answer}", answer)
        message = "pages.when.answered" if holds else "pages.when.answered_not"
        return self._wording.message(message, {"question": self._question(field), "answer": answer})

    def _question(self, field: Element) -> str:
        return self._wording.text(field["question"])

    @staticmethod
    def _lower(title: str) -> str:
        return title[:1].lower() + title[1:]

    KINDS: ClassVar[Mapping[str, Callable[..., Clause]]] = {
        "all": _all,
        "any": _any,
        "not": _not,
        "equals": _equals,
        "in": _in,
        "at_least": _at_least,
        "more_than": _more_than,
        "on_or_after": _on_or_after,
    }
    """How each kind of predicate is put into a clause, as `assessment.predicates.KINDS` has them."""
