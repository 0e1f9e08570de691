"""The columns we add to the published table (direction, weight), and figures that need a word."""

from __future__ import annotations

import re
from decimal import Decimal

from loaders.cells.figures import Figure, is_percent
from loaders.file.addresses import address
from loaders.naming import quote
from loaders.sheets.lines import Line

_HALF_INTERVAL = re.compile(r"(?:±|\+/?[-\u2212])(?P<number>.+)")
# Half a 95 % interval of a normal law, in standard errors.
_STANDARD_ERRORS = Decimal("1.96")


_DIRECTION = "Écrire 1 (une valeur élevée signale plus de fragilité) ou -1 (moins), sans rien d’autre."
_WEIGHT = "Écrire un nombre positif ou nul, sans unité (1 par défaut)."
_ERROR = (
    "Écrire l’erreur type (0,15), ou la moitié de l’intervalle à 95\u202f% (± 0,3)\u202f; laisser vide si "
    "elle n’est pas publiée."
)


def read_direction(line: Line, *, required: bool) -> int | None:
    """+1 or −1; None when empty or wrong (an error is then recorded)."""
    figure = line.figure("direction", way_out=_DIRECTION)
    if figure.value in {Decimal(1), Decimal(-1)}:
        return int(figure.value or 0)
    if figure.raw.strip():
        line.error(
            "direction",
            "sens_inconnu",
            f"Le sens {quote(figure.told)} n’existe pas.",
            _DIRECTION,
        )
    elif required and figure.status == "missing":
        line.error(
            "direction",
            "sens_absent",
            "L’indicateur a un domaine et des valeurs, mais pas de sens.",
            _DIRECTION,
        )
    return None


def read_weight(line: Line, *, required: bool) -> Decimal | None:
    """A number ≥ 0; None when empty or wrong (an error is then recorded)."""
    figure = line.figure("weight", way_out=_WEIGHT)
    if figure.status == "value" and figure.value is not None and figure.value >= 0:
        return figure.value
    if figure.raw.strip():
        line.error(
            "weight",
            "poids_inconnu",
            f"Le poids {quote(figure.told)} n’est pas un nombre positif.",
            _WEIGHT,
        )
    elif required and figure.status == "missing":
        line.error(
            "weight",
            "poids_absent",
            "L’indicateur a un domaine et des valeurs, mais pas de poids.",
            _WEIGHT,
        )
    return None


def read_error(line: Line, unit: str) -> Decimal | None:
    """A standard error > 0, in the unit of the row; None when empty, absent or wrong (then an error).

    « ± 0,3 » is how producers write half a 95 % interval; a number alone is the standard error itself.
    """
    if "standard_error" not in line.layout.columns:
        return None
    name = "standard_error"
    half = _HALF_INTERVAL.match(line.text(name))
    figure = (
        line.figure(name, unit, way_out=_ERROR) if half is None else line.read(name, half["number"], unit)
    )
    if figure.status == "value" and figure.value is not None and figure.value > 0:
        return figure.value if half is None else figure.value / _STANDARD_ERRORS
    if figure.raw.strip():
        line.error(
            "standard_error",
            "erreur_inconnue",
            f"L’erreur {quote(figure.told)} n’est pas un nombre positif, dans l’unité de la ligne.",
            _ERROR,
        )
    return None


def check_fractions(line: Line, unit: str, figures: dict[str, Figure]) -> None:
    """Refuse 0,085 typed without % in a percentage row: it may be 0,085 % or 8,5 %.

    A row in which no cell is marked % and some number exceeds 1 is in points without doubt.
    """
    if not is_percent(unit):
        return
    numbers = {code: figure for code, figure in figures.items() if figure.value is not None}
    unmarked = {code: figure for code, figure in numbers.items() if not figure.marked_percent}
    small = [code for code, figure in unmarked.items() if figure.value and abs(figure.value) <= 1]
    if len(unmarked) == len(numbers) and len(small) < sum(1 for figure in unmarked.values() if figure.value):
        return
    for code in small:
        line.findings.error(
            "pourcentage_ambigu",
            line.layout.sheet.name,
            address(line.number, line.layout.regions[code]),
            f"{quote(figures[code].told)} dans une ligne en\u202f%\u202f: pourcentage, ou fraction à "
            "multiplier par "
            "cent\u202f?",
            "Donner à la cellule un format de pourcentage, ou écrire le signe\u202f% après le nombre.",
        )


def report_doubt(line: Line, place: str, figure: Figure) -> None:
    """Say why a figure is kept as text only, and what can be done about it."""
    said = {
        "fourchette_mal_formee": (
            f"La fourchette {quote(figure.told)} est mal formée\u202f: la valeur n’est pas utilisable.",
            (
                "Vérifier dans le document publié, puis corriger à la source ou déclarer une correction dans "
                "la table des corrections."
            ),
        ),
        "nombre_entre_parentheses": (
            (
                f"{quote(figure.told)}\u202f: entre parenthèses, un nombre est peu fiable en statistique et "
                "négatif en comptabilité\u202f; la valeur n’est pas utilisée."
            ),
            (
                "Écrire «\u00a00,5 (u)\u00a0» (peu fiable) ou «\u00a0-0,5\u00a0» (négatif), avec le nombre "
                "publié."
            ),
        ),
        "valeur_en_erreur": (
            f"La cellule est en erreur ({figure.raw})\u202f: la valeur est traitée comme non disponible.",
            "Saisir la valeur publiée, ou vider la cellule si elle n’est pas publiée.",
        ),
    }
    line.findings.alert(figure.doubt, line.layout.sheet.name, place, *said[figure.doubt])
