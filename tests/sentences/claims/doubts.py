"""Which doubt decides a rank: each sentence against the shares of that rank, decided a second time.

The shares of one rank are those of the draws of the product, held elsewhere against closed forms and plain
loops (`tests.indicators.test_doubts`); what is made of them, a verdict or none, is decided here again. Their
means over the regions are drawn the boring way (`tests.sentences.claims.trials`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache

from indicators.method_codes import NAMES, method
from tests import boring
from tests.sentences import subject
from tests.sentences.rule import Rule, at, in_row
from tests.sentences.said import Place, Said
from wording.slug import slug

# A source by each of its names: on its own, after « tient surtout », over its column.
SOURCES = {
    "les chiffres": "chiffres", "aux chiffres": "chiffres", "Chiffres": "chiffres",
    "les poids": "poids", "aux poids": "poids", "Poids": "poids",
    "la façon de rendre les chiffres comparables": "normalisation", "Échelle commune": "normalisation",
    "à la façon de rendre les chiffres comparables": "normalisation",
    "la moyenne, simple ou géométrique": "moyenne", "Moyenne": "moyenne",
    "à la moyenne, simple ou géométrique": "moyenne",
}  # fmt: skip
_NAMES = "|".join(sorted(SOURCES, key=len, reverse=True))
_OWN = re.compile(r"l’intervalle du rang (?:tient|est partagé)|le rang ne varie dans aucun essai")
_MOST = re.compile(rf"tient surtout ({_NAMES}) \((\d+)\u202f% de ses variations à (?:elle|eux) seule?s?\)")
_MET = re.compile(r"à la rencontre de plusieurs doutes.* ensemble que (\d+)\u202f% de ses variations")
LISTED = re.compile(rf"({_NAMES}) \((\d+)\u202f%\)")
_HELD = "Expliquent seuls au moins la moitié des variations d’un rang\u202f: "
_NONE = "Aucun doute n’explique à lui seul la moitié des variations du rang d’une région"
_COUNTED = re.compile(rf"({_NAMES}), dans (\d+)\u00a0régions? \(([^)]*)\)")
_CELL = re.compile(r"(\d+)\u202f% \((\d+)\u202f%\)")
_HALF, WHOLE = 50, "ensemble"
Points = dict[str, tuple[int, int]]


def shares(place: Place, region: str) -> Points:
    """Return first order and total of each doubt, in whole points; nothing for a rank that never moves."""
    return _shares(place.data, tuple(place.get(name) for name in NAMES), place.get("classement") or WHOLE)[
        region
    ]


@cache
def _shares(data: str, codes: tuple[str, ...], ranking: str) -> dict[str, Points]:
    from tests.sentences.collect import results  # noqa: PLC0415 - a worker that says no doubt draws none

    known = results(data)
    indicators = {slug(code): code for code in known.scored_indicators()["indicator_code"]}
    chosen = method(dict(zip(NAMES, codes, strict=True)), known.domains()["domain_code"], indicators)
    found: dict[str, Points] = {region: {} for region in boring.REGIONS}
    for row in known.doubts(chosen).to_dict("records"):
        if row["code"] == ranking and not math.isnan(row["first"]):
            both = (min(100, max(0, round(100 * float(row[name])))) for name in ("first", "total"))
            found[str(row["region_code"])][str(row["source"])] = tuple(both)  # type: ignore[assignment]
    return found


def verdict(shares: Points) -> tuple[str, dict[str, int]]:
    """Decide what may be said of one rank: which words, and the numbers they come with."""
    alone = {source: first for source, (first, _) in shares.items()}
    if not alone:
        return "ne varie", {}
    largest = max(alone.values())
    if largest >= _HALF:
        return "surtout", {next(source for source, own in alone.items() if own == largest): largest}
    if sum(alone.values()) < _HALF:
        return "rencontre", {"": sum(alone.values())}
    return "partagé", {source: own for source, own in alone.items() if own > 0}


def read(part: str) -> tuple[str, dict[str, int]]:
    """Return what a part says of one rank, in the same terms."""
    if "ne varie" in part:
        return "ne varie", {}
    if met := _MET.search(part):
        return "rencontre", {"": int(met[1])}
    if most := _MOST.search(part):
        return "surtout", {SOURCES[most[1]]: int(most[2])}
    return "partagé", {SOURCES[name]: int(share) for name, share in LISTED.findall(part)}


def own_rank(said: Said) -> Iterator[str]:
    """Refuse another verdict than what the shares of a region allow, or another number."""
    for part in subject.parts(said.text) if _OWN.search(said.text) else ():
        for region in subject.named(part).regions if _OWN.search(part) else ():
            right, found = verdict(shares(said.place, region)), read(part)
            if found != right or list(found[1].values()) != sorted(found[1].values(), reverse=True):
                yield f"{found}: decided again {right}"


def regions_held(said: Said) -> Iterator[str]:
    """Refuse a doubt that decides other regions than those it explains half of, or none where one does."""
    if _HELD not in said.text and _NONE not in said.text:
        return
    right: dict[str, set[str]] = {}
    for region in boring.REGIONS:
        for source, (first, _) in shares(said.place, region).items():
            if first >= _HALF:
                right.setdefault(source, set()).add(region)
    found = {}
    for name, count, who in _COUNTED.findall(said.text):
        found[SOURCES[name]] = set(subject.named(who).regions)
        if int(count) != len(found[SOURCES[name]]):
            yield f"{count} regions and {who}"
    if found != right:
        yield f"{found}: decided again {right}"


def cells(said: Said) -> Iterator[str]:
    """Refuse a cell of the table whose two numbers are not those of its region and doubt."""
    row, found = dict(said.row), _CELL.fullmatch(said.text)
    if not found or not set(SOURCES) >= set(row) - {"Région"}:
        return
    # Two doubts may have one text in a row: each column that has it is held.
    for column in (head for head, cell in said.row if cell == said.text):
        for region in subject.named(row["Région"]).regions:
            right = shares(said.place, region).get(SOURCES[column])
            if right != tuple(map(int, found.groups())):
                yield f"{column}: by the shares {right}"


_CORSE = (
    "En Corse, l’intervalle du rang tient surtout à la moyenne, simple ou géométrique "
    "(52\u202f% de ses variations à elle seule)."
)
_BRITTANY = (
    "En Bretagne, l’intervalle du rang tient surtout à la rencontre de plusieurs doutes\u202f: chacun à "
    "part, ils n’expliquent ensemble que 46\u202f% de ses variations."
)
_AQUITAINE = (
    "En Nouvelle-Aquitaine, l’intervalle du rang est partagé entre plusieurs doutes, aucun n’expliquant à "
    "lui seul la moitié de ses variations\u202f: la moyenne, simple ou géométrique (45\u202f%), les chiffres "
    "(10\u202f%) et les poids (9\u202f%)."
)
_TWO = f"{_HELD}la moyenne, simple ou géométrique, dans 2\u00a0régions (Île-de-France et Corse)."
_ROW = {
    "Région": "Grand Est",
    "Chiffres": "14\u202f% (31\u202f%)",
    "Poids": "18\u202f% (32\u202f%)",
    "Échelle commune": "4\u202f% (12\u202f%)",
    "Moyenne": "46\u202f% (55\u202f%)",
}
RULES = (
    Rule(
        "doubt-of-a-rank",
        own_rank,
        [
            at(_CORSE.replace("52", "53")),
            at(_CORSE.replace("Corse", "Bretagne")),
            at(_CORSE.replace("à la moyenne, simple ou géométrique", "aux poids").replace("elle", "eux")),
            at(_BRITTANY.replace("46", "45")),
            at(_BRITTANY.replace("Bretagne", "Corse")),
            at(_AQUITAINE.replace(" et les poids (9\u202f%)", "")),
            at("En Corse, le rang ne varie dans aucun essai"),
            at(_CORSE, erreur="0"),
        ],
        [at(_CORSE), at(_BRITTANY), at(_AQUITAINE)],
        by_place=True,
    ),
    Rule(
        "regions-that-a-doubt-decides",
        regions_held,
        [
            at(_TWO.replace("2\u00a0régions", "3\u00a0régions")),
            at(_TWO.replace("Corse", "Bretagne")),
            at(f"{_NONE}."),
        ],
        [at(_TWO)],
        by_place=True,
    ),
    Rule(
        "cell-of-a-doubt",
        cells,
        [
            in_row("Poids", _ROW | {"Poids": "19\u202f% (32\u202f%)"}),
            in_row("Moyenne", _ROW | {"Région": "Corse"}),
        ],
        [in_row(column, _ROW) for column in _ROW],
        by_place=True,
    ),
)
