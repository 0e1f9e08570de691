"""On what regions are told alike: the words of each basis, and the dimensions that are compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from indicators.dimensions import SAME, counting
from indicators.plain_names import plain
from indicators.rows import Fields, each
from indicators.similarity import Basis
from wording.lists import join
from wording.numbers import counted, number
from wording.typography import quoted, typed

BASES: Mapping[Basis, str] = {
    Basis.PROFILE: "par le profil (population, espace, activités)",
    Basis.DOMAINS: "par les fragilités mesurées (scores des 16 domaines)",
}
_COMPARED: Mapping[Basis, tuple[str, str, str]] = {
    Basis.PROFILE: (
        "dimension comparée",
        "dimensions comparées",
        " (celles qui disent la même chose comptent pour une)",
    ),
    Basis.DOMAINS: ("domaine comparé", "domaines comparés", ""),
}
FLAGGED, ONCE, NOTHING = "Signalé par le contrôle", "une fois", "–"
EACH_DOMAIN = (
    "Chaque domaine qui a un score compte une fois, même quand deux se suivent d’une région à l’autre\u202f: "
    "leur liste est celle de l’étude."
)


def compared(count: int, planned: int, basis: Basis) -> str:
    """« 6 dimensions comparées sur 7 (…) »: how many both regions have, of how many, and how they count."""
    one, several, how = _COMPARED[basis]
    among = f" sur {number(planned)}" if count < planned else ""
    return f"{counted(count, one, several)}{among}{how}"


def rule(dimensions: pd.DataFrame) -> str:
    """Say how many dimensions count, out of how many, and which stands for its likes.

    `dimensions`: see `indicators.dimensions`.
    """
    total, own = len(dimensions), len(counting(dimensions))
    return (
        f"{counted(own, 'dimension compte', 'dimensions comptent')}, sur "
        f"{counted(total, 'chiffre', 'chiffres')} de profil\u202f: de ceux qui disent la même chose "
        f"(corrélation de {number(SAME)} au moins entre les régions, dans un sens ou dans l’autre), le "
        "premier du classeur compte pour tous."
    )


def table(dimensions: pd.DataFrame, catalogue: pd.DataFrame, findings: pd.DataFrame) -> pd.DataFrame:
    """Return one row a dimension: Dimension, Compte, Corrélation, Signalé par le contrôle.

    `catalogue`, `findings`: see `indicators.structure`; only what is to be verified is told.
    """
    known = catalogue.set_index("indicator_code").loc[dimensions["indicator_code"]]
    names = {str(code): plain(label) for code, label in known["label"].items()}
    alike = dimensions["compared_code"].value_counts()
    doubts = findings[findings["level"] == "alerte"]
    rows = [
        (
            names[row.indicator_code],
            *_counts(row, names, int(alike[row.compared_code])),
            " ".join(_told(doubts, place.sheet, place.row_number)) or NOTHING,
        )
        for row, place in zip(each(dimensions), each(known), strict=True)
    ]
    return pd.DataFrame(rows, columns=["Dimension", "Compte", "Corrélation", FLAGGED])


def flagged(table: pd.DataFrame) -> str:
    """Name the dimensions that count and have a cell to verify, `""` when there is none."""
    found = table[table["Compte"].str.startswith(ONCE) & (table[FLAGGED] != NOTHING)]
    if found.empty:
        return ""
    named = join(quoted(name) for name in found["Dimension"])
    return f"Parmi celles qui comptent, le contrôle du classeur signale une cellule à vérifier dans {named}."


def _counts(row: Fields, names: Mapping[str, str], alike: int) -> tuple[str, str]:
    """Return how a dimension counts, and how far it goes with the one that stands for it."""
    if row.indicator_code != row.compared_code:
        return f"avec {quoted(names[row.compared_code])}", number(row.correlation, 2)
    return (ONCE if alike == 1 else f"{ONCE}, pour {counted(alike, 'chiffre', 'chiffres')}"), NOTHING


def _told(doubts: pd.DataFrame, sheet: str, row_number: int) -> Iterator[str]:
    """Yield what is said of the cells of a row of the workbook."""
    here = doubts[(doubts["sheet"] == sheet) & (doubts["cell"].str.extract(r"(\d+)")[0] == str(row_number))]
    for found in each(here):
        yield f"{found.cell}\u202f: {typed(found.message)}"
