"""The figures of a survey file a second, boring way: its bytes cut sign by sign, its means by plain loops.

What each column is, is taken from the matching, which a person decides; everything else is read here.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from loaders.survey.matching import Kind, Matching
from loaders.survey.scale import SHARE

_REGIONS = Path(__file__).parents[2] / "data" / "reference" / "regions.csv"
_ACTORS = {
    "citoyen": "citoyens",
    "entreprise": "entreprises",
    "maire": "maires",
    "association": "associations",
}
_DOMAINS = {"emploi": "emploi", "sante": "sante"}
_YES = {"oui", "x", "true", "o", "y"}
_NO = {"non", "n", "no", "false"}
_CODE = re.compile(r"0*([0-9]{1,3})(?:[.,]0+)?")
_NUMBER = re.compile(r"([+-]?[0-9]{1,9}(?:[.,][0-9]{1,15})?)")
_NOTE = re.compile(rf"{_NUMBER.pattern}(?: ?(?:/|sur) ?10)?")
_FEWEST = 5
Subject = tuple[str, str, str]
Row = list[str]


@dataclass(frozen=True)
class Figure:
    """A mean, its number of answers and its standard deviation, where they are known."""

    value: float
    size: int | None
    deviation: float | None


def rows(data: bytes, encoding: str, separator: str) -> list[Row]:
    """Cut the bytes into rows that hold something; a quote that is not closed takes the rest."""
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    found: list[Row] = [[]]
    cell, quoted, place = "", False, 0
    while place < len(text):
        sign = text[place]
        place += 1
        if quoted:
            if sign == '"' and text[place : place + 1] == '"':
                cell, place = cell + sign, place + 1
            elif sign == '"':
                quoted = False
            else:
                cell += sign
        elif sign == '"' and not cell:
            quoted = True
        elif sign == separator:
            found[-1].append(cell)
            cell = ""
        elif sign in "\r\n":
            found[-1].append(cell)
            cell = ""
            found.append([])
        else:
            cell += sign
    found[-1].append(cell)
    whole = [row for row in found if any(text.strip() for text in row)]
    return whole[1:] if whole and re.fullmatch("sep=.?", "".join(whole[0]), re.IGNORECASE) else whole


def figures(told: list[Row], headings: tuple[str, ...], matching: Matching) -> dict[Subject, Figure]:
    """Return the figures of rows without their titles."""
    gathered: dict[Subject, list[tuple[Row, str]]] = {}
    for row in told:
        held = {name: _tidy(row[place]) if place < len(row) else "" for place, name in enumerate(headings)}
        region = _region(held[matching.region_column]) if matching.region_column else matching.region
        actor = _actor(held[matching.actor_column]) if matching.actor_column else matching.actor
        columns = dict(matching.domain_columns)
        if not columns:
            named = _domain(held[matching.domain_column]) if matching.domain_column else matching.domain
            columns = {matching.value_column: named}
        more = [
            held[name] if name else ""
            for name in (matching.weight_column, matching.size_column, matching.deviation_column)
        ]
        for heading, domain in columns.items():
            if region and actor and domain:
                gathered.setdefault((actor, region, domain), []).append((more, held[heading]))
    of_answers = matching.kind is Kind.ANSWERS
    made = {key: (_averaged if of_answers else _written)(cells, matching) for key, cells in gathered.items()}
    return {key: figure for key, figure in made.items() if figure is not None}


def _averaged(cells: list[tuple[Row, str]], matching: Matching) -> Figure | None:
    """Average answers, weighted where there are weights."""
    answers = []
    for (weight, *_), text in cells:
        value = _box(text) if matching.measure == SHARE else _note(text, 10)
        heavy = (_number(weight) or 0.0) if matching.weight_column else 1.0
        if value is not None and heavy > 0:
            answers.append((value, heavy))
    if not answers:
        return None
    total = sum(heavy for _, heavy in answers)
    mean = sum(value * heavy for value, heavy in answers) / total
    size = math.floor(total**2 / sum(heavy**2 for _, heavy in answers) + 1e-9)
    if size < _FEWEST:
        return None
    spread = sum(heavy * (value - mean) ** 2 for value, heavy in answers) / total
    deviation = math.sqrt(spread * size / (size - 1)) if matching.measure != SHARE else None
    return Figure(mean, size, deviation)


def _written(cells: list[tuple[Row, str]], matching: Matching) -> Figure | None:
    """Return the one mean that is written of a subject; two of them are refused, and never come here."""
    share = matching.measure == SHARE
    for (_, size, deviation), text in cells:
        value = _note(text, 100 if share else 10, share=share)
        told = [None if _is_nothing(one) else _number(one.replace(" ", "")) for one in (size, deviation)]
        wrong = any(
            found is None and not _is_nothing(one) for one, found in zip((size, deviation), told, strict=True)
        )
        count, spread = told
        impossible = (count is not None and (count != int(count) or count < 1)) or (
            spread is not None and not _can_spread(deviation, spread, count, 100 if share else 10)
        )
        if value is None or wrong or impossible:
            continue
        if count is not None and count < _FEWEST:
            return None
        return Figure(value, None if count is None else int(count), spread)
    return None


def _can_spread(text: str, spread: float, count: float | None, most: int) -> bool:
    """Say whether answers at both ends of the scale spread as much; what is written was rounded."""
    written = text.replace(",", ".").removesuffix("%").strip().partition(".")[2]
    answers = 2.0 if count is None else max(2.0, count)
    largest = most / 2 * math.sqrt(answers / (answers - 1))
    return 0 <= spread <= largest + 0.5 / 10 ** len(written)


def _is_nothing(text: str) -> bool:
    """Say whether a text stands for nothing: empty, signs only, or one of the words that are written here."""
    return not any(map(str.isalnum, text)) or _key(text) in {"nsp", "nd", "nesaitpas", "nan", "nr", "na"}


def _tidy(text: str) -> str:
    return re.sub(r"[\s\u200b\ufeff]+", " ", unicodedata.normalize("NFC", text)).strip()


def _key(text: str) -> str:
    spelled = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE")).casefold()
    return "".join(sign for sign in spelled if sign.isalnum() and unicodedata.category(sign) != "Lm")


@cache
def _regions() -> dict[str, str]:
    with _REGIONS.open(encoding="utf-8") as file:
        return {"fr": "FR", "france": "FR", "franceentiere": "FR"} | {
            _key(row[name]): row["region_code"]
            for row in csv.DictReader(file)
            for name in row
            if name in {"region_code", "name", "short_name"}
        }


def _region(text: str) -> str:
    code = _CODE.fullmatch(text)
    return _regions().get(code[1].zfill(2) if code else _key(text), "")


def _actor(text: str) -> str:
    return _ACTORS.get(_key(text).removesuffix("s"), "")


def _domain(text: str) -> str:
    return _DOMAINS.get(_key(text), "")


def _number(text: str) -> float | None:
    found = _NUMBER.fullmatch(text.removesuffix("%").rstrip().replace("−", "-"))
    return float(Decimal(found[1].replace(",", "."))) if found else None


def _note(text: str, most: int, *, share: bool = False) -> float | None:
    """Read a number on its scale; `share`: one that may be written with « % »."""
    found = _NOTE.fullmatch((text.removesuffix("%").rstrip() if share else text).replace("−", "-"))
    value = float(Decimal(found[1].replace(",", "."))) if found else None
    return value if value is not None and 0 <= value <= most else None


def _box(text: str) -> float | None:
    number = _number(text)
    if number is not None:
        return number * 100 if number in {0, 1} else None
    return 100.0 if _key(text) in _YES else 0.0 if _key(text) in _NO else None
