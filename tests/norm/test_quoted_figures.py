"""A figure of a bureau or of a note is never told as if the authority had given it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from guide.pages.marks import mark_of

Record = Mapping[str, Any]
QUOTED = re.compile(r"\{fact:([\w-]+)\}")
SAID = re.compile(r"volgens|bureau|CertUp|nota|schatting|tip van|komt van")
# A claim that is denied, and answers to choose from, are nobody's word; what is to be done names its source below.
ELSEWHERE = {"title", "claim", "options", "do"}
WEAKER = {"bureau", "anonymous", "secondary", "estimate"}


def test_what_quotes_the_figure_of_a_bureau_or_of_a_note_says_whose_it_is(real_norm: Record) -> None:
    weaker = {key for key, each in real_norm["facts"].items() if mark_of(each, real_norm["sources"]) in WEAKER}
    parts = ("conditions", "exemptions", "documents", "procedure", "outcomes", "situations", "misunderstandings")
    told = [
        text for part in parts for text, firm in _texts(real_norm[part]) if firm and weaker & {*QUOTED.findall(text)}
    ]

    assert [text for text in told if not SAID.search(text)] == []
    assert told


def _texts(part: Any, *, firm: bool = True) -> Iterator[tuple[str, bool]]:
    """Yield every text, and whether what it stands in is as firm as the authority's word."""
    if isinstance(part, Mapping):
        firm = part.get("standing", "official" if firm else "") == "official"
        for key, each in part.items():
            if isinstance(each, Mapping) and isinstance(each.get("nl"), str):
                yield from [(each["nl"], firm)] if key not in ELSEWHERE else []
            else:
                yield from _texts(each, firm=firm)
    elif isinstance(part, list):
        for each in part:
            yield from _texts(each, firm=firm)
