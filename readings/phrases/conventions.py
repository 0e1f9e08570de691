"""What is said wherever a domain measured by convention is shown: page, picture, report, slide, sheet."""

from __future__ import annotations

from collections.abc import Container

from indicators.vocabulary import Vocabulary
from wording.lists import joined
from wording.numbers import plural
from wording.typography import quoted


def convention(words: Vocabulary, domains: Container[str] | None = None) -> str:
    """« Convention de lecture : « Mal-logement » est mesuré par… », of these domains; `""` of no such one.

    `domains`: codes; None: every domain.
    """
    found = [code for code in words.conventions if domains is None or code in domains]
    if not found:
        return ""
    told = joined(f"{quoted(words.domains[code])} est mesuré {words.conventions[code]}" for code in found)
    return f"{plural(len(found), 'Convention', 'Conventions')} de lecture\u202f: {told}."
