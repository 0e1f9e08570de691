"""The texts of a survey file as numbers: one reading each; what can be read in two ways is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from loaders.naming import key
from loaders.survey.lexicon import lexicon, word

# Notes and shares have three digits before the comma at most: a point followed by three digits is a decimal
# here, while it would be ambiguous for a number of inhabitants.
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,15})?")
_PERCENT = re.compile(r" ?%$")
# « 7/10 », « 7 sur 10 », « 7 - Plutôt fragile », « 7 : … », « 10 (très fragile) », « 7 Plutôt fragile »: a
# label has no digit, or nothing says which of the numbers is the answer; « 7.ð » is a decimal that was lost.
_LABELLED = re.compile(
    r"(?P<number>[+-]?[0-9]{1,9}(?:[.,][0-9]{1,15})?)(?: ?(?:/|sur) ?(?P<out_of>[0-9]{1,4}))?"
    r"(?: ?(?:[-–—:=)(]|\.(?= )) ?(?P<label>[^\W\d][^\d]*|\([^\d]+)| (?P<words>[^\W\d_]+)(?: [^\d]*)?)?"
)
_TEN = "10"
# What follows these is a second number, or they say that the first one is no note.
_UNITS = frozenset({"ou", "et", "à", "a", "an", "ans", "mois", "jours", "fois", "heures", "h", "km", "euros"})
_HUNDRED = 100
# What a spreadsheet makes of 7,5 or 7.5 that it takes for a day: « 07-mai », « 5-juil. », « 7-May ».
_MONTHS = frozenset(
    "janvier janv jan fevrier fevr fev mars mar avril avr mai juin juillet juil aout aou septembre sept sep "
    "octobre oct novembre nov decembre dec january february feb march april apr may june jun july jul august "
    "aug september october november december".split()
)
_DAY = re.compile(
    r"(?:[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:[0-9]{2}){1,2}|[0-9]{4}([/-])[0-9]{1,2}\2[0-9]{1,2})(?:[ T].*)?"
)
_CODED = re.compile(r"-?[0-9]{1,4} ?[-–—:=.)] ?(?P<label>[^\W\d].*)")


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


@lru_cache(maxsize=4096)
def note(text: str) -> Numeral | None:
    """Read a note out of ten, alone or before its label; None for « 7 % », « 3/5 », « 5 ou 6 », « 7 mai »."""
    found = _LABELLED.fullmatch(text.replace("−", "-"))
    if found is None or is_date(text) or (found["out_of"] or _TEN) != _TEN or found["words"] in _UNITS:
        return None
    return numeral(found["number"])


@lru_cache(maxsize=4096)
def is_date(text: str) -> bool:
    """True for a day or a month: « 07-mai », « 5-juil. », « janv-06 », « 07/05/2025 »."""
    said = key(text)
    word_of = said.strip("0123456789")
    return (said != word_of and word_of in _MONTHS) or _DAY.fullmatch(text) is not None


def chosen(text: str) -> float | None:
    """Read whether a person chose an answer: 100 or 0 (so that a mean is a share in %), None otherwise."""
    known = lexicon()
    number = numeral(text)
    if number is not None:  # « -1 » is no « 1 », and « 1.0 » is one
        return float(number.amount * _HUNDRED) if number.amount in {0, 1} else None
    for said in (word(text), word(_label(text))):
        if said.isdigit():  # « ?1 » and « (1) » are no numbers: their digit alone says nothing
            continue
        if said in known.yes:
            return float(_HUNDRED)
        if said in known.no:
            return 0.0
    return None


@lru_cache(maxsize=4096)
def is_missing(text: str) -> bool:
    """True for an empty cell and for what stands for no answer (« n.d. », « NSP », « 99 - Ne sait pas »)."""
    known = lexicon()
    said = word(text)
    if not said or said in known.yes or said in known.no:
        return not said
    return said in known.no_answer or word(_label(text)) in known.no_answer or not any(map(str.isalnum, said))


def _label(text: str) -> str:
    """« 1 - Oui » → « Oui »; the text itself without a code before it."""
    coded = _CODED.fullmatch(text)
    return coded["label"] if coded else text
