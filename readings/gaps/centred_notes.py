"""What « Écarts » says of the gaps once the mean of the regions is taken out, in few sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indicators.vocabulary import Vocabulary
from readings.gaps import own_words
from readings.gaps.cells import Cell
from wording.numbers import counted, number, plural
from wording.typography import capital

# What is told one by one; beyond, it is counted.
_TOLD = 2


def centred_notes(cells: Sequence[Cell], region: str, names: Vocabulary) -> Iterator[str]:
    """Say what is a region’s own, widest established first; without a region, domain by domain, or counted.

    `region`: a code, or `""`.
    """
    known = [cell for cell in cells if cell.own and (not region or cell.region_code == region)]
    if not known:
        return
    stated = sorted((cell for cell in known if _side(cell)), key=_width)
    if region:
        yield from _of_region(known, stated, region, names)
    elif len({cell.domain_code for cell in known}) <= _TOLD:
        yield from (_of_domain(cells, code, names) for code in dict.fromkeys(c.domain_code for c in known))
    else:
        yield f"{capital(_counted(stated, known))}."
    yield own_words.RULE


def of_one_domain(cells: Sequence[Cell], label: str, names: Vocabulary) -> str:
    """Say the mean of one domain and the regions that leave it; `""` where nothing is centred."""
    known = {names.regions[cell.region_code]: cell.own for cell in cells if cell.own}
    constant = len({cell.felt for cell in cells if cell.own}) == 1
    return own_words.of_domain(known, label, constant=constant) if known else ""


def _of_domain(cells: Sequence[Cell], code: str, names: Vocabulary) -> str:
    return of_one_domain([cell for cell in cells if cell.domain_code == code], names.domains[code], names)


def _of_region(
    known: Sequence[Cell], stated: Sequence[Cell], region: str, names: Vocabulary
) -> Iterator[str]:
    """Tell the widest established ones; all of them where they are few; else that none is."""
    inside = names.names[region].name_in
    for cell in known if len(known) <= _TOLD else stated[:_TOLD]:
        if cell.own:
            yield own_words.sentence(cell.own, names.domains[cell.domain_code], inside)
    if len(known) > _TOLD:
        yield f"{capital(inside)}, {_counted(stated, known)}."


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
