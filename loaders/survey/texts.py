"""The texts of a survey file as numbers: one reading each, within the bounds of what is measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from loaders.naming import key
from loaders.reference import Reference

# Notes and shares have three digits before the comma at most: a point followed by three digits is a decimal
# here, while it would be ambiguous for a number of inhabitants.
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,15})?")
_PERCENT = re.compile(r" ?%$")
_YES, _NO = {"oui", "1", "vrai", "x"}, {"non", "0", "faux"}
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written. `decimals`: how many digits it is written with."""

    amount: Decimal
    decimals: int


@lru_cache(maxsize=4096)
def numeral(text: str) -> Numeral | None:
    """Read « 7,25 » or « 7.25 », with or without « % »; None when it is not a number."""
    plain = _PERCENT.sub("", text).replace("−", "-")
    if not _NUMBER.fullmatch(plain):
        return None
    decimal = plain.replace(",", ".")
    return Numeral(Decimal(decimal), len(decimal.partition(".")[2]))


def chosen(text: str) -> float | None:
    """Read whether a person chose an answer: 100 or 0 (so that a mean is a share in %), None otherwise."""
    word = key(text)
    if word in _YES:
        return float(_HUNDRED)
    return 0.0 if word in _NO else None


def is_missing(text: str, reference: Reference) -> bool:
    """True for an empty cell and for the signs that stand for no answer (« n.d. », « — »)."""
    return not text or text.casefold() in reference.missing
