"""The finding of a comparison and the sentences that follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from indicators.plain_names import of_domain
from indicators.similarity import Basis
from indicators.vocabulary import RegionNames
from readings.compare.lines import Line
from readings.phrases.likeness import BASES
from readings.phrases.words import within
from wording.lists import join
from wording.typography import quoted

_COUNTS = {3: "trois", 4: "quatre", 5: "cinq"}
SAME_EVERYWHERE, NOTHING_KNOWN = "mêmes scores partout", "rien à comparer, faute de valeurs publiées"


def title(apart: pd.DataFrame, figures: Iterable[Line], codes: Sequence[str], names: RegionNames) -> str:
    """Say where the regions differ most, with the published values when one indicator makes the domain."""
    known = apart["spread"].round(9)
    widest = apart[(known > 0) & (known == known.max())]
    if widest.empty:
        who = join(names[code].name for code in codes)
        return f"{who}\u202f: {NOTHING_KNOWN if known.isna().all() else SAME_EVERYWHERE}"
    row = widest.iloc[0]
    most, least = row["most"][0], row["least"][0]
    here = [line for line in figures if line.domain_code == row["domain_code"]]
    cited = _cited(here, most, least) if len(widest) == 1 else None
    head = of_domain(row["label"], here[0].name) if cited else join(widest["label"])
    if len(codes) == 2:
        said = "l’écart le plus marqué" if len(widest) == 1 else "les écarts les plus marqués, à égalité,"
        both = f"{said} entre {names[most].name_the} et {names[least].name_the}"
        return f"{head}\u202f: {both}" + (f", {cited[0]} contre {cited[1]}" if cited else "")
    said = f"là où les {_COUNTS[len(codes)]} régions diffèrent le plus"
    ends = (
        f", de {cited[0]} {within(row['most'], names)} à {cited[1]} {within(row['least'], names)}"
        if cited
        else ""
    )
    return f"{head}\u202f: {said}{ends}"


def sentences(apart: pd.DataFrame, unmeasured: Sequence[str], names: RegionNames) -> list[str]:
    """Write where the regions are alike, what is missing; each a full sentence."""
    return [*_alike(apart), *_missing(apart, names), *_unmeasured(unmeasured)]


def completed(code: str, alone: str, names: RegionNames, basis: Basis = Basis.PROFILE) -> str:
    """Say why a region nobody named is there: it is the most alike on a basis."""
    return (
        f"Une seule région choisie, {names[alone].name}\u202f: la plus semblable "
        f"{BASES[basis]}, {names[code].name}, est ajoutée pour comparer."
    )


def _cited(figures: Sequence[Line], most: str, least: str) -> tuple[str, str] | None:
    """The two published values, when the domain is one indicator; the unit is said once, with the second."""
    if len(figures) != 1 or not {most, least} <= set(figures[0].ends):
        return None
    return figures[0].ends[most][0], figures[0].ends[least][1]


def _alike(apart: pd.DataFrame) -> Iterator[str]:
    full = apart[apart["unknown"].map(len) == 0]
    gaps = full["spread"].round(9)
    # Where they are all as far apart, none is closer.
    if gaps.min() < gaps.max():
        nearest = join(map(quoted, full.loc[gaps == gaps.min(), "label"]))
        yield f"Positions les plus proches\u202f: {nearest}."


def _missing(apart: pd.DataFrame, names: RegionNames) -> Iterator[str]:
    holes = [
        f"{label} ({join(str(names[code].name) for code in unknown)})"
        for label, unknown in zip(apart["label"], apart["unknown"], strict=True)
        if unknown
    ]
    if holes:
        yield f"Sans score, et rien n’est estimé à la place\u202f: {join(holes)}."


def _unmeasured(labels: Sequence[str]) -> Iterator[str]:
    if labels:
        quotes = join(f"«\u00a0{label}\u00a0»" for label in labels)
        yield f"Sans aucune valeur publiée\u202f: {quotes}."
