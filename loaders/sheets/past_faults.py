"""What forbids to set an earlier year beside the current one: one sentence a fault, at its cell."""

from __future__ import annotations

from loaders.naming import collapse, quote
from loaders.sheets.lines import Line
from loaders.sheets.row import IndicatorRow

_SAME_ROW = "Reprendre l’INDICE et le libellé de la ligne actuelle, ou retirer cette ligne."


def unknown_code(line: Line, code: str) -> None:
    """No current row has the code."""
    line.error(
        "code",
        "indicateur_ancien_inconnu",
        f"Aucune ligne actuelle n’a l’INDICE {quote(code)}.",
        _SAME_ROW,
    )


def unknown_label(line: Line, label: str, named: int) -> None:
    """No current row, or several, have the label of a row without a code."""
    if named:
        line.error(
            "label",
            "libelle_ambigu",
            f"{named} lignes actuelles portent le libellé {quote(label)}, et celle-ci n’a pas d’INDICE.",
            "Écrire l’INDICE de celle qu’elle prolonge.",
        )
    else:
        line.error(
            "label",
            "indicateur_ancien_inconnu",
            f"La ligne n’a pas d’INDICE, et aucune ligne actuelle n’a le libellé {quote(label)}.",
            _SAME_ROW,
        )


def no_year(line: Line, year: str) -> None:
    """The row says no year, or a text without one."""
    said = f"{quote(year)} ne nomme aucune année" if year else "La ligne n’a pas d’année"
    line.error(
        "year",
        "annee_absente",
        f"{said}.",
        "Écrire l’année de ces valeurs\u202f: 2012, 2012 (T1), 2010 à 2012.",
    )


def no_current_year(line: Line, owner: IndicatorRow, cell: str) -> None:
    """The current row says no year: nobody can tell that the other is earlier."""
    line.error(
        "year",
        "annee_actuelle_absente",
        f"L’indicateur {quote(owner.indicator.label)} n’a pas d’année dans {_place(owner, cell)}.",
        "L’y écrire\u202f: sans elle, on ne sait pas si cette ligne est antérieure.",
    )


def not_earlier(line: Line, owner: IndicatorRow, cell: str) -> None:
    """The year is the current one, or a later one."""
    line.error(
        "year",
        "annee_non_anterieure",
        f"{quote(line.text('year'))} n’est pas antérieur à {quote(owner.indicator.year)}, l’année de "
        f"l’indicateur dans {_place(owner, cell)}.",
        "Mettre l’année la plus récente dans le tableau actuel, les autres ici.",
    )


def twice(line: Line, row: IndicatorRow, when: int, other: int) -> None:
    """Two rows give one year of one indicator; `other`: the number of the first."""
    line.error(
        "year",
        "annee_en_double",
        f"{quote(row.indicator.label)} a deux lignes pour {when}\u202f: {other} et {line.number}.",
        "N’en garder qu’une par année.",
    )


def check_same(line: Line, row: IndicatorRow, owner: IndicatorRow) -> None:
    """Refuse another unit or another direction; ask about another label under the same code."""
    old, now = row.indicator, owner.indicator
    if collapse(old.unit).casefold() != collapse(now.unit).casefold():
        line.error(
            "unit",
            "unite_changee",
            f"La ligne {_unit(old.unit)}, la ligne actuelle {_unit(now.unit)}.",
            "Convertir les valeurs dans l’unité actuelle, ou retirer la ligne.",
        )
    if old.direction not in {None, now.direction}:
        line.error(
            "direction",
            "sens_change",
            f"Le sens {old.direction} n’est pas celui de la ligne actuelle ({now.direction or 'vide'}).",
            "Donner le même sens aux deux lignes.",
        )
    if old.label and collapse(old.label).casefold() != collapse(now.label).casefold():
        line.findings.alert(
            "libelle_change",
            line.layout.sheet.name,
            line.address("label"),
            f"Le libellé {quote(old.label)} n’est pas celui de la ligne actuelle qui a le même INDICE, "
            f"{quote(now.label)}.",
            "Vérifier l’INDICE\u202f; si la définition a changé, l’écrire dans «\u00a0Rupture\u00a0».",
        )


def _unit(unit: str) -> str:
    return f"a l’unité {quote(unit)}" if unit else "n’a pas d’unité"


def _place(owner: IndicatorRow, cell: str) -> str:
    return f"«\u00a0{owner.indicator.sheet}\u00a0», cellule {cell}"
