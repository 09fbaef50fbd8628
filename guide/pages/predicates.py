"""Says in words when something holds: the norm's predicates, with the questions' own words."""

from collections.abc import Callable

from guide.pages.model import Element, Norm
from guide.pages.speech import Speech

__all__ = ["When"]


class When:
    """Puts predicates into words, as short sentences such as „question: answer”."""

    def __init__(self, norm: Norm, speech: Speech) -> None:
        self._norm = norm
        self._speech = speech
        self._words: dict[str, Callable[[Element], str]] = {
            "all": lambda parts: self._joined("all", parts),
            "any": lambda parts: self._joined("any", parts),
            "not": self._not,
            "equals": self._equals,
            "in": self._in,
            "at_least": self._at_least,
            "on_or_after": self._on_or_after,
        }

    def words(self, predicate: Element) -> str:
        """Return a predicate in words."""
        ((operator, operand),) = predicate.items()
        return self._words[operator](operand)

    def _say(self, key: str, **values: object) -> str:
        return self._speech.say(f"pages.when.{key}", **values)

    def _joined(self, key: str, parts: object) -> str:
        assert isinstance(parts, list)  # noqa: S101 - the schema says so; this tells the type checker
        return self._say(key).join(self._nested(part) for part in parts)

    def _nested(self, part: Element) -> str:
        """Return a part in words, in brackets where it joins several of its own."""
        ((operator, operand),) = part.items()
        words = self.words(part)
        several = operator in {"all", "any"} and len(operand) > 1
        return self._say("nested", what=words) if several else words

    def _not(self, part: Element) -> str:
        ((operator, operand),) = part.items()
        match operator:
            case "equals":
                return self._equals(operand, "equals_not")
            case "in":
                return self._in(operand, "equals_not")
        return self._say("not", what=self._nested(part))

    def _equals(self, operand: Element, key: str = "equals") -> str:
        answer = self._answer(operand["field"], operand["value"])
        return self._say(key, question=self._question(operand["field"]), answer=answer)

    def _in(self, operand: Element, key: str = "equals") -> str:
        answers = [self._answer(operand["field"], value) for value in operand["values"]]
        question = self._question(operand["field"])
        return self._say(key, question=question, answer=self._say("or").join(answers))

    def _at_least(self, operand: Element) -> str:
        question = self._question(operand["field"])
        return self._say("at_least", question=question, value=operand["value"])

    def _on_or_after(self, operand: Element) -> str:
        question = self._question(operand["field"])
        if "value" in operand:
            return self._say("on_or_after", question=question, date=operand["value"])
        other = self._question(operand["other"])
        return self._say("on_or_after_other", question=question, other=other)

    def _question(self, field: str) -> str:
        if field == "date":
            return self._say("date")
        return self._speech.text(self._norm["profile"]["fields"][field]["question"])

    def _answer(self, field: str, value: object) -> str:
        if isinstance(value, bool):
            return self._say("yes" if value else "no")
        return self._option(self._norm["profile"]["fields"][field], value)

    def _option(self, field: Element, value: object) -> str:
        titles = {option["id"]: option["title"] for option in self.options(field)}
        return self._speech.text(titles[value]) if value in titles else str(value)

    def options(self, field: Element) -> list[Element]:
        """Return a field's options, also those that are taken from the norm itself."""
        match field.get("options_from"):
            case "requirements":
                return [{**each, "id": key} for key, each in self._norm["requirements"].items()]
            case "themes":
                themes = self._norm["scheme"]["themes"]
                return [{"id": key, "title": each["title"]} for key, each in themes.items()]
        return list(field.get("options", []))
