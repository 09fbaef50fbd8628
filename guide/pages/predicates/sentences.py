"""Says in words when something holds: the norm's predicates, as sentences and as lists."""

from assessment.predicates import Clause
from assessment.wording import Wording
from guide.pages.model import Element, Norm
from guide.pages.predicates.clauses import Clauses

__all__ = ["When"]


class When:
    """Puts predicates into words that go on from "if": one sentence, or a list where that is too long."""

    def __init__(self, norm: Norm, wording: Wording) -> None:
        self._wording = wording
        self._clauses = Clauses(norm, wording)

    def clause(self, predicate: Element) -> Clause:
        """Return a predicate in parts, for a template to set as a sentence or as a list."""
        return self._clauses.of(predicate)

    def words(self, predicate: Element) -> str:
        """Return a predicate as one piece of text."""
        return self.sentence(self.clause(predicate))

    def sentence(self, clause: Clause) -> str:
        """Return a clause as one piece of text, with brackets where parts have parts."""
        if not clause.parts:
            return clause.text
        parts = [self._bracketed(part) for part in clause.parts]
        if clause.kind in {"all", "any"}:
            return self._wording.message(f"pages.when.join.{clause.kind}").join(parts)
        inner = self._wording.message(f"pages.when.join.{clause.kind.removeprefix('not_')}").join(parts)
        return self._wording.message("pages.when.not", {"what": inner})

    def _bracketed(self, part: Clause) -> str:
        text = self.sentence(part)
        return self._wording.message("pages.when.nested", {"what": text}) if part.kind in {"all", "any"} else text
