"""The words that surveys use for « yes », « no », « nobody's answer » and for places: data, not code.

They are in `data/reference/survey_words.csv`, beside the signs of `missing_tokens.csv`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from loaders.naming import key
from loaders.reference import build_reference
from loaders.tables import read_tables


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Keys of texts (see `word`).

    `same`: another name of a territory of today; `former`: a region until
    2015, all of it inside one of today; `aliases`: the names that the workbook's headers may have.
    """

    yes: frozenset[str]
    no: frozenset[str]
    no_answer: frozenset[str]
    overseas: frozenset[str]
    same: Mapping[str, str]
    former: Mapping[str, str]
    aliases: Mapping[str, str]


def word(text: str) -> str:
    """Return what is compared of a text: its key, or the text itself when it is only signs (« ✓ », « — »)."""
    return key(text) or text.strip().casefold()


@cache
def lexicon() -> Lexicon:
    """Read the words once. Raises `WorkbookRefused` when a reference table is broken."""
    tables = read_tables()
    found: dict[str, dict[str, str]] = {}
    for row in tables["survey_words"]:
        found.setdefault(row["kind"], {})[word(row["text"])] = row["code"]
    reference = build_reference(tables)
    return Lexicon(
        yes=frozenset(found["yes"]),
        no=frozenset(found["no"]),
        no_answer=frozenset({*found["no_answer"], *map(word, reference.missing)}),
        overseas=frozenset(found["overseas"]),
        same=found["same_region"],
        former=found["former_region"],
        aliases=reference.region_columns,
    )
