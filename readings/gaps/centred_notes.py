"""What « Écarts » says of the gaps once the mean of the regions is taken out: a finding, then its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from indicators.gap_centred import REGIONS_NEEDED
from indicators.vocabulary import Vocabulary
from readings.gaps import own_words
from readings.gaps.cells import Cell
from readings.phrases.words import regions
from wording.numbers import counted, number, plural, signed
from wording.typography import capital

REGION = "Région"
# What is told one by one; beyond, it is counted.
_TOLD = 2
ORDER = (
    "D’abord ce qui est établi, du plus loin au plus près de la moyenne\u202f; «\u00a0non établi\u00a0»"
    "\u202f: l’intervalle contient 0."
)


def title(region: str) -> str:
    """Name what is told; `region`: a code, or `""`."""
    return "Ce qui est propre à la région" if region else "Ce qui est propre à chaque région"


def found(cells: Sequence[Cell], region: str, names: Vocabulary) -> Iterator[str]:
    """Count the gaps that leave the mean of their domain; tell those of a region that has two at most.

    `region`: a code, or `""`. Nothing where no mean gap of the regions is known.
    """
    known = _known(cells, region)
    if region and len(known) <= _TOLD:
        yield from _one_by_one(known, region, names)
    elif known:
        inside = f"{names.names[region].name_in}, " if region else ""
        yield f"{capital(inside + _counted(_stated(known), known))}."


def told(cells: Sequence[Cell], region: str, names: Vocabulary) -> list[str]:
    """Say the widest ones of a region, or domains that are few; how a mean is made, what has none."""
    known = _known(cells, region)
    if region:
        first = _one_by_one(_stated(known)[:_TOLD] if len(known) > _TOLD else (), region, names)
    else:
        first = _by_domain(known, names)
    return [*first, own_words.RULE, *_without(cells, region), ORDER]


def table(cells: Sequence[Cell], region: str, names: Vocabulary) -> pd.DataFrame:
    """Return one row a gap that has a mean, in `ORDER`: Domaine, Région, Écart, mean, own part, side.

    `REGION` is left out where one is chosen.
    """
    known = _known(cells, region)
    stated = _stated(known)
    rows = [
        (
            names.domains[cell.domain_code],
            names.regions[cell.region_code],
            signed(cell.own.gap, 0),
            f"{signed(cell.own.mean, 1)} ({regions(cell.own.regions)})",
            own_words.ends(cell.own),
            own_words.SIDES[cell.own.side],
        )
        for cell in [*stated, *(cell for cell in known if not _side(cell))]
        if cell.own
    ]
    heads = ["Domaine", REGION, "Écart (rangs)", own_words.MEAN, "Propre à la région", "Sens"]
    every = pd.DataFrame(rows, columns=heads)
    return every.drop(columns=REGION) if region else every


def _known(cells: Sequence[Cell], region: str) -> list[Cell]:
    return [cell for cell in cells if cell.own and region in ("", cell.region_code)]


def _stated(known: Sequence[Cell]) -> list[Cell]:
    """Keep what leaves the mean whatever the draw, furthest first."""
    return sorted((cell for cell in known if _side(cell)), key=_width)


def _by_domain(known: Sequence[Cell], names: Vocabulary) -> Iterator[str]:
    """Say the mean of each domain, where they are few, and the regions that leave it."""
    domains = dict.fromkeys(cell.domain_code for cell in known)
    for code in domains if len(domains) <= _TOLD else ():
        yield _of_domain([cell for cell in known if cell.domain_code == code], names)


def _of_domain(known: Sequence[Cell], names: Vocabulary) -> str:
    """Say the mean of one domain and the regions that leave it."""
    by_name = {names.regions[cell.region_code]: cell.own for cell in known if cell.own}
    constant = len({cell.felt for cell in known}) == 1
    return own_words.of_domain(by_name, names.domains[known[0].domain_code], constant=constant)


def _one_by_one(cells: Sequence[Cell], region: str, names: Vocabulary) -> Iterator[str]:
    inside = names.names[region].name_in
    for cell in cells:
        if cell.own:
            yield own_words.sentence(cell.own, names.domains[cell.domain_code], inside)


def _without(cells: Sequence[Cell], region: str) -> Iterator[str]:
    """Count the gaps of domains that too few regions publish: they have no mean, so nothing of their own."""
    left = [
        cell for cell in cells if cell.gap is not None and not cell.own and region in ("", cell.region_code)
    ]
    if left:
        many = plural(len(left), "écart calculé n’a", "écarts calculés n’ont")
        yield (
            f"{number(len(left), 0)}\u00a0{many} pas d’écart moyen\u202f: moins de "
            f"{number(REGIONS_NEEDED, 0)}\u00a0régions publient un rang sur le domaine."
        )


def _counted(stated: Sequence[Cell], known: Sequence[Cell]) -> str:
    """« 9 écarts sur 16 s’éloignent de l’écart moyen de leur domaine (intervalle en rangs hors de 0) »."""
    every = number(len(known), 0)
    if not stated:
        return f"aucun écart sur {every} ne s’éloigne à coup sûr de l’écart moyen de son domaine"
    many = plural(len(stated), "s’éloigne de l’écart moyen de son", "s’éloignent de l’écart moyen de leur")
    gaps = f"{counted(len(stated), 'écart', 'écarts')} sur {every}"
    return f"{gaps} {many} domaine (intervalle en rangs hors de 0)"


def _side(cell: Cell) -> int:
    return cell.own.side if cell.own else 0


def _width(cell: Cell) -> float:
    return -abs(cell.own.own) if cell.own else 0.0
