"""The numbers of « Regards croisés », section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from exports.figures import published
from exports.figures.names import Names
from exports.figures.rows import Row, noted, one, valued
from exports.numbers import numbers
from indicators.rows import Fields, each
from readings.actors.figures import SHORT
from readings.actors.part import Part
from readings.phrases.sampling import NO_DEVIATION
from wording.lists import join
from wording.numbers import counted
from wording.perimeter import perimeter
from wording.typography import quoted, uncapital

_CHANGES = "evolution_"
# A longer list is no longer read.
_NAMED = 6
_SIGNS = {
    "positive": "plus ressenti qu’avant",
    "negative": "moins ressenti qu’avant",
    "nul": "inchangé",
    "indetermine": "sens de l’évolution non établi",
}


def crossing(part: Part, names: Names) -> pd.DataFrame:
    """Return the numbers of one section that has a figure (`exports.numbers`)."""
    make = _changes if part.kind.startswith(_CHANGES) else _KINDS[part.kind]
    return numbers(pd.DataFrame(make(part.figures, names)))


def _accord(found: pd.DataFrame, names: Names) -> Iterator[Row]:
    """Yield the concordance of each set of actors, then what chance gives."""
    for row in each(found):
        base = names.region(str(row.region_code)) | {
            "actor": join(names.actors[actor] for actor in row.actors),
            "period": row.wave,
            "source": _computed(row.source),
            "note": _rests_on(row, names),
        }
        yield base | {"measure": "Accord entre acteurs (W de Kendall)"} | valued(row.w, "de 0 à 1")
        at_random = valued(row.by_chance, "de 0 à 1")
        yield base | {"measure": "Accord moyen d’ordres tirés au hasard"} | at_random
        as_much = valued(100 * row.chance, "%")
        yield base | {"measure": "Part des ordres au hasard qui s’accordent autant"} | as_much


def _rests_on(row: Fields, names: Names) -> str:
    kinds = (f"{names.actors[a]} ({SHORT[kind]})" for a, kind in zip(row.actors, row.measures, strict=True))
    domains = counted(int(row.domain_count), "domaine", "domaines")
    named = f"\u202f: {join(quoted(names.domains[code]) for code in row.domains)}"
    return noted(join(kinds), domains + named * (len(row.domains) <= _NAMED))


def _changes(found: pd.DataFrame, names: Names) -> Iterator[Row]:
    """Yield both surveys, then the change with what rounding and sampling allow."""
    for row in each(found):
        base = names.region(str(row.region_code)) | {
            "domain": names.domains[str(row.domain_code)],
            "actor": names.actors[str(row.actor_code)],
            "note": perimeter(str(row.perimeter)),
            "unit": row.unit,
        }
        for end in ("from", "to"):
            where = {"sheet": getattr(row, f"{end}_sheet"), "cell": getattr(row, f"{end}_cell")}
            value = one(getattr(row, f"{end}_value"))
            period = getattr(row, f"{end}_wave")
            yield base | where | {"measure": row.measure_label, "period": period, "value": value}
        yield base | {
            "measure": f"Évolution\u202f: {uncapital(row.measure_label)}",
            "value": one(row.change),
            "low": one(row.change_low),
            "high": one(row.change_high),
            "unit": "points",
            "period": f"{row.from_wave} et {row.to_wave}",
            "note": noted(_SIGNS[row.stated_sign], base["note"], _SAMPLING[str(row.sampling)]),
            "source": _computed(row.source),
        }


def _computed(source: str) -> str:
    return f"calcul à partir de\u202f: {source}"


_SAMPLING = {
    "publiee": "",
    "bornee": f"{NO_DEVIATION}, l’intervalle le prend à son maximum",
    "inconnue": "l’intervalle ne compte que l’arrondi",
}


_KINDS: dict[str, Callable[[pd.DataFrame, Names], Iterator[Row]]] = {
    "priorites": published.felt,
    "note_fragilite_sur_10": published.felt,
    "part_priorite_pct": published.felt,
    "accord": _accord,
    "conviction": published.said,
    "pratiques": published.said,
    "roles": published.said,
}
