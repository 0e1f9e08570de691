"""The four corners and the lists of blind spots and worries, in French."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pandas as pd

from indicators.quadrants import Quadrant
from indicators.vocabulary import Vocabulary
from readings.gaps.columns import columns
from readings.gaps.corners import AMONG_DOMAINS, AMONG_REGIONS, Point
from wording.lists import join, joined
from wording.numbers import counted, number, percent
from wording.typography import capital, quoted

CORNERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        Quadrant.RECOGNISED: ("fragilité reconnue", "fragilités reconnues"),
        Quadrant.BLIND_SPOT: ("angle mort", "angles morts"),
        Quadrant.WORRY: ("inquiétude", "inquiétudes"),
        Quadrant.STRENGTH: ("point d’appui", "points d’appui"),
    }
)
_FEMININE = (Quadrant.RECOGNISED, Quadrant.WORRY)
# What a point's place says, whether it may be named or not.
POSITIONS: Mapping[str, str] = MappingProxyType(
    {
        Quadrant.RECOGNISED: "mesuré haut, ressenti haut",
        Quadrant.BLIND_SPOT: "mesuré haut, ressenti bas",
        Quadrant.WORRY: "mesuré bas, ressenti haut",
        Quadrant.STRENGTH: "mesuré bas, ressenti bas",
    }
)
READINGS: Mapping[str, str] = MappingProxyType(
    {
        AMONG_DOMAINS: "Par région",
        AMONG_REGIONS: "Par domaine",
    }
)
EXPLAINED = (
    "En haut, ce qui est mesuré plus fragile qu’ailleurs\u202f; à droite, ce qui est ressenti le plus fort.",
    (
        "Fragilité reconnue\u202f: mesurée et ressentie. Angle mort\u202f: mesurée, peu ressentie. "
        "Inquiétude\u202f: ressentie, peu mesurée. Point d’appui\u202f: ni l’une ni l’autre."
    ),
    (
        "Une place ne reçoit un de ces noms (signe plein) que si le sens de son écart est établi et si neuf "
        "calculs sur dix l’y remettent\u202f; sinon ce n’est qu’une place (signe creux)."
    ),
)
STRENGTH = (
    (
        "Plus les deux rangs sont éloignés et plus le calcul refait mille fois redonne la même place, plus "
        "le domaine est haut dans la liste."
    ),
)
_EMPTY_HALF = (
    "Seuls les premiers rangs ressentis sont publiés\u202f: la moitié gauche reste vide, sans que cela "
    "veuille dire qu’il n’y a ni angle mort ni point d’appui."
)
_BOUNDED = (
    "Un trait tireté est un domaine que le classement publié ne cite pas\u202f: son rang ressenti est "
    "quelque part sur le trait."
)
_TOGETHER = (
    "Chaque signe est un domaine dans une région\u202f; «\u00a0×2\u00a0» dit que deux s’y rencontrent. "
    "Choisissez une région pour lire leurs noms."
)
_BARE = ", sans verdict"
# What a table calls how firmly a place holds.
HOLDS = "Tient"
_UNPLACED = {
    "objectif_absent": "sans place, faute de mesure",
    "perception_insuffisante": "sans place, faute de chiffres",
    "a_la_mediane": "sans place, exactement au milieu",
    "": "sans place\u202f: le classement publié ne le cite pas",
}


def counts(points: Sequence[Point]) -> str:
    """« 2 fragilités reconnues, 3 inquiétudes et 5 places sans verdict »; says so when there is nothing."""
    many = Counter(point.verdict for point in points)
    found = [counted(many[code], *words) for code, words in CORNERS.items() if many[code]]
    bare = sum(bool(point.quadrant and not point.verdict) for point in points)
    return join(found + [counted(bare, "place sans verdict", "places sans verdict")] * bool(bare)) or (
        "aucune place calculable"
    )


def title(points: Sequence[Point], where: str) -> str:
    """« En Bretagne : 3 inquiétudes », « Emploi : aucune place calculable »."""
    return f"{capital(where)}\u202f: {counts(points)}"


def place(point: Point) -> str:
    """Say the verdict or the bare place, and how firmly it holds, or why there is none."""
    if not point.quadrant or point.holds is None:
        return named(point)
    # The draws hold the place: what they do not hold is a verdict.
    said = f"{named(point).removesuffix(_BARE)} {held(point.holds)}"
    return said if point.verdict else said + _BARE


def named(point: Point) -> str:
    """« angle mort », « mesuré haut, ressenti bas, sans verdict », or why it has no place."""
    if not point.quadrant:
        return _UNPLACED[point.reason]
    return CORNERS[point.verdict][0] if point.verdict else f"{POSITIONS[point.quadrant]}{_BARE}"


def held(share: float) -> str:
    """« dans 97 % des calculs »; never 100 % nor 0 % where a draw says otherwise."""
    points = 100 * share
    bounded = points if points in (0, 100) else min(max(points, 1), 99)
    return f"dans {percent(bounded, 0)} des calculs"


def one_line(point: Point) -> str:
    """« angle mort dans 97 % des calculs ; mesuré 1ᵉʳ… »."""
    return f"{place(point)}\u202f; {point.details}"


def table(points: Sequence[Point], names: Vocabulary, *, of_regions: bool) -> pd.DataFrame:
    """Return the points in words, from the most fragile: Région or Domaine, Place, Tient, both sides."""
    head, labels = ("Région", names.regions) if of_regions else ("Domaine", names.domains)
    places = {
        head: [labels[point.region_code if of_regions else point.domain_code] for point in points],
        "Place": [named(point) for point in points],
        HOLDS: ["" if point.holds is None else held(point.holds) for point in points],
    }
    return pd.DataFrame(places).join(columns(point.sides for point in points))


def table_of_all(points: Sequence[Point], names: Vocabulary) -> pd.DataFrame:
    """Return one row a region: Région, Ce qui s’y trouve (« Inquiétudes : … »)."""
    rows = []
    for code, label in names.regions.items():
        own = [point for point in points if point.region_code == code]
        rows.append({"Région": label, "Ce qui s’y trouve": _by_corner(own, names)})
    return pd.DataFrame(rows)


def notes(points: Sequence[Point], *, one: bool) -> tuple[str, ...]:
    """Say how the points of all regions are drawn, and when published top lists leave half of it empty."""
    bounded = any(not point.quadrant and point.felt[0] != point.felt[1] for point in points)
    return (*[_TOGETHER] * (not one), *[_BOUNDED] * bounded, *_empty_half(points))


def _empty_half(points: Sequence[Point]) -> tuple[str, ...]:
    if any(point.quadrant and point.felt[1] > (point.out_of[0] + 1) / 2 for point in points):
        return ()
    return (_EMPTY_HALF,)


def counted_as(quadrant: str, count: int) -> str:
    """« 3 inquiétudes », « Aucun angle mort établi par deux rangs publiés »."""
    one, many = CORNERS[quadrant]
    gender = "e" if quadrant in _FEMININE else ""
    return (
        counted(count, one, many) if count else f"Aucun{gender} {one} établi{gender} par deux rangs publiés"
    )


def proved(count: int) -> str:
    """Name the gaps that a published top list proves by what it leaves out."""
    what = counted(count, "écart négatif", "écarts négatifs")
    return f"{what} que le classement publié suffit à établir"


def written(points: Sequence[Point], *, short: bool) -> dict[str, str]:
    """Return what is written in each corner: its name, its place unless `short`, how many are established."""
    many = Counter(point.quadrant for point in points)
    established = Counter(point.verdict for point in points)
    return {
        str(code): f"{capital(CORNERS[code][0])}{'' if short else f' ({label})'}\u202f: "
        f"{_established(code, established[code], many[code])}"
        for code, label in POSITIONS.items()
    }


def _established(quadrant: str, count: int, places: int) -> str:
    """« 1 établi sur 3 », « aucune établie sur 2 », « aucune place »."""
    if not places:
        return "aucune\u00a0place"
    gender = "e" if quadrant in _FEMININE else ""
    one = f"établi{gender}"
    said = counted(count, one, f"{one}s") if count else f"aucun{gender}\u00a0{one}"
    # Held together: on a phone the words before them have their own line.
    return f"{said}\u00a0sur\u00a0{number(places, 0)}"


def said(points: Sequence[Point], names: Vocabulary, *, of_regions: bool) -> str:
    """Say every point, for the text alternative of the figure."""
    parts = []
    for point in points:
        region, domain = names.regions[point.region_code], names.domains[point.domain_code]
        parts.append(f"{region if of_regions else f'{domain} ({region})'} {place(point)}, {point.details}")
    return joined(parts)


def said_of_all(points: Sequence[Point], names: Vocabulary) -> str:
    """Say every point of every region, shorter: « Bretagne : Emploi inquiétude (11 et 1) »."""
    parts = []
    for code, label in names.regions.items():
        told = [
            f"{names.domains[point.domain_code]} {named(point)} "
            f"({number(point.measured, 0)} et {number(point.felt[0], 0)})"
            for point in points
            if point.region_code == code and point.quadrant
        ]
        if told:
            parts.append(f"{label}\u202f: {', '.join(told)}")
    return joined(["rang mesuré et rang ressenti de chaque domaine", *parts])


def nothing(among: str, where: str, who: str, elsewhere: Sequence[str]) -> tuple[str, str]:
    """Say why there is no corner to show, and what the reader can do."""
    if among == AMONG_REGIONS:
        return (
            (
                f"{quoted(where)} ne peut pas se lire ainsi\u202f: pour comparer les régions, il "
                f"faut une valeur du ressenti {who}, et non un rang, publiée dans cinq régions au moins."
            ),
            f"Vous pouvez choisir {quoted(READINGS[AMONG_DOMAINS])}, ou un autre acteur.",
        )
    which = "cette région" if len(elsewhere) == 1 else "une de ces régions"
    return (
        f"Aucun rang du ressenti {who} n’est publié {where}.",
        f"Des rangs existent {join(elsewhere)}\u202f: vous pouvez choisir {which}, ou un autre acteur.",
    )


def _by_corner(points: Sequence[Point], names: Vocabulary) -> str:
    parts = []
    for code, (one, many) in CORNERS.items():
        own = [names.domains[point.domain_code] for point in points if point.verdict == code]
        bare = [point for point in points if point.quadrant == code and not point.verdict]
        for label, labels in (
            (one if len(own) == 1 else many, own),
            (f"{POSITIONS[code]}{_BARE}", [names.domains[point.domain_code] for point in bare]),
        ):
            if labels:
                parts.append(f"{capital(label)}\u202f: {join(map(quoted, labels))}")
    return ". ".join(parts) or "rien de publié qui donne une place"
