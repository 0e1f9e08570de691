"""The domain that a heading speaks of: « Emploi », « Notez… : [Emploi] », « note_emploi »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.naming import key
from loaders.survey.names import Names

_BRACKETED = re.compile(r"(?P<stem>.*?)\[(?P<last>[^\[\]]+)\] ?$")
_AFTER = re.compile(r" [-–—|>] |\u202f?: | ?/ |[?.] |_")
_NUMBERED = re.compile(r"(?:[A-Za-z]{0,6}[0-9]+(?:[._-][A-Za-z0-9]+)*|[0-9]+)(?:\[[^\]]*\])? ?[.):_-]? ?")
_NOTED = re.compile(r" ?\([^()]*\) ?$")
# Words that say what a column holds, and not what it is about.
_FILLERS = frozenset(
    "note notes score fragilite fragilites sur 10 0 a de du la le l d reponse valeur part "
    "moyenne priorite domaine q".split()
)


def topic(heading: str, names: Names) -> tuple[str, str]:
    """Return the code of the domain a heading names and the rest of it; ("", heading) when it names none."""
    for stem, last in _readings(heading):
        for text in (last, _NUMBERED.sub("", last, count=1), _NOTED.sub("", last)):
            if text and (code := names.domains.get(key(text))):
                return code, stem.strip()
    plain = _without_fillers(heading)
    return names.domains.get(plain, ""), "" if plain in names.domains else heading


def _readings(heading: str) -> Iterator[tuple[str, str]]:
    """Yield (what stands before, the candidate): the brackets, the whole, then what follows each mark."""
    bracketed = _BRACKETED.fullmatch(heading)
    if bracketed:
        yield bracketed["stem"], bracketed["last"]
    yield "", heading
    for mark in _AFTER.finditer(heading):
        yield heading[: mark.start()], heading[mark.end() :]


def _without_fillers(heading: str) -> str:
    found = re.findall(r"[^\W_]+", heading)
    return "".join(key(word) for word in found if key(word) not in _FILLERS)
