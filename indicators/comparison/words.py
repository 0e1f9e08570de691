"""The finding of a comparison and the sentences that follow it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from indicators.comparison.chosen import Names
from indicators.comparison.lines import Line
from wording.lists import join
from wording.numbers import THIN_SPACE, counted

_COUNTS = {3: "trois", 4: "quatre", 5: "cinq"}
NOTHING_CHOSEN = "Comparer de deux à cinq régions"


def title(apart: pd.DataFrame, figures: Iterable[Line], codes: Sequence[str], names: Names) -> str:
    """Say where the regions differ most, with the published values when one indicator makes the domain."""
    widest = apart[apart["spread"] > 0].nlargest(1, "spread")
    if widest.empty:
        return f"{join(str(names[code]['name']) for code in codes)}{THIN_SPACE}: aucun écart mesuré"
    row = widest.iloc[0]
    most, least = row["most"][0], row["least"][0]
    cited = _cited([line for line in figures if line.domain_code == row["domain_code"]], most, least)
    if len(codes) == 2:
        said = f"l’écart le plus marqué entre {names[most]['name_the']} et {names[least]['name_the']}"
        return f"{row['label']}{THIN_SPACE}: {said}" + (f", {cited[0]} contre {cited[1]}" if cited else "")
    said = f"là où les {_COUNTS[len(codes)]} régions diffèrent le plus"
    ends = f", de {cited[0]} {names[most]['name_in']} à {cited[1]} {names[least]['name_in']}" if cited else ""
    return f"{row['label']}{THIN_SPACE}: {said}{ends}"


def sentences(apart: pd.DataFrame, unmeasured: Sequence[str], names: Names) -> list[str]:
    """Write who is most fragile where, where the regions are alike, what is missing; each a full sentence."""
    return [*_tally(apart, names), *_alike(apart), *_missing(apart, names), *_unmeasured(unmeasured)]


def completed(code: str, alone: str, names: Names) -> str:
    """Say why a region nobody named is there."""
    return (
        f"Une seule région choisie, {names[alone]['name']}{THIN_SPACE}: la plus semblable par le profil, "
        f"{names[code]['name']}, est ajoutée pour comparer."
    )


def _cited(figures: Sequence[Line], most: str, least: str) -> tuple[str, str] | None:
    """The two published values, when the domain is one indicator; the unit is said once, with the second."""
    if len(figures) != 1 or not {most, least} <= set(figures[0].ends):
        return None
    return figures[0].ends[most][0], figures[0].ends[least][1]


def _tally(apart: pd.DataFrame, names: Names) -> Iterator[str]:
    single = Counter(most[0] for most in apart["most"] if len(most) == 1)
    ties = sum(len(most) > 1 for most in apart["most"])
    parts = [
        f"{names[code]['name_the']} dans {counted(count, 'domaine', 'domaines')}"
        for code, count in single.most_common()
    ]
    if ties:
        parts.append(f"plusieurs à égalité dans {counted(ties, 'domaine', 'domaines')}")
    if parts:
        yield f"Position la plus fragile{THIN_SPACE}: {join(parts)}."


def _alike(apart: pd.DataFrame) -> Iterator[str]:
    full = apart[apart["unknown"].map(len) == 0]
    if len(full) > 1:
        yield f"Positions les plus proches{THIN_SPACE}: {full.nsmallest(1, 'spread')['label'].iloc[0]}."


def _missing(apart: pd.DataFrame, names: Names) -> Iterator[str]:
    holes = [
        f"{label} ({join(str(names[code]['name']) for code in unknown)})"
        for label, unknown in zip(apart["label"], apart["unknown"], strict=True)
        if unknown
    ]
    if holes:
        yield f"Sans score, et rien n’est estimé à la place{THIN_SPACE}: {join(holes)}."


def _unmeasured(labels: Sequence[str]) -> Iterator[str]:
    if labels:
        quotes = join(f"«\u00a0{label}\u00a0»" for label in labels)
        yield f"Sans aucune valeur publiée{THIN_SPACE}: {quotes}."
