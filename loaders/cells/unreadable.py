"""Why a cell cannot be read as a figure, in words that say what to do."""

from __future__ import annotations

import datetime

from loaders.naming import quote
from loaders.records import RawCell


class Unreadable(ValueError):
    """A cell that must be corrected before the workbook can be loaded."""

    def __init__(self, kind: str, message: str, action: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.action = action


def absurd(text: str) -> Unreadable:
    """A number no published figure can be."""
    return Unreadable(
        "nombre_absurde",
        f"Le nombre {quote(text)} est infini, démesuré ou infime.",
        "Corriger la cellule d’après le document publié.",
    )


def without_value(formula: str) -> Unreadable:
    """A formula that the program which wrote the file has not computed."""
    return Unreadable(
        "formule_sans_valeur",
        f"La formule {quote(formula)} n’a pas de valeur enregistrée.",
        "Ouvrir le classeur dans Excel ou LibreOffice, le recalculer et l’enregistrer.",
    )


def not_a_number(text: str) -> Unreadable:
    """A text where a number is expected."""
    return Unreadable(
        "texte_au_lieu_d_un_nombre",
        f"La cellule contient {quote(text)} là où un nombre est attendu.",
        "Saisir le nombre («\u00a01\u202f234,5\u00a0»), une fourchette "
        "(«\u00a090\u202f000 à 105\u202f000\u00a0»), ou vider la cellule s’il n’est pas publié. Les "
        "signes admis (p, r, s, ns, ///…) sont sur la page «\u00a0Données et "
        "méthode\u00a0».",
    )


def hidden(cell: RawCell) -> Unreadable:
    """A number under a format that shows something else, or nothing."""
    return Unreadable(
        "nombre_non_affiche",
        f"La cellule contient le nombre {quote(cell.text)}, que son format ({quote(cell.number_format)}) "
        "n’affiche pas.",
        "Lui donner un format de nombre si cette valeur est publiée\u202f; sinon vider la cellule, ou y "
        "écrire le signe que la source publie à sa place (n.d., s…).",
    )


def other_words(shown: str, unit: str) -> Unreadable:
    """A number whose format shows words that are not the unit of the row."""
    row = f"alors que l’unité de la ligne est {quote(unit)}" if unit else "alors que la ligne n’a pas d’unité"
    return Unreadable(
        "unite_differente",
        f"Le format de la cellule affiche {quote(shown)} {row}.",
        "Donner à la cellule un format de nombre sans mots et y écrire la valeur dans l’unité de la ligne, "
        "ou corriger l’unité.",
    )


def mark_alone(text: str, meaning: str) -> Unreadable:
    """A mark that goes beside a number, without one."""
    return Unreadable(
        "marque_sans_nombre",
        f"La cellule contient {quote(text)} ({meaning}), qui accompagne un nombre, mais aucun nombre.",
        "Écrire le nombre devant, ou vider la cellule s’il n’est pas publié.",
    )


def contradiction(text: str, sign: str, reason: str) -> Unreadable:
    """A number beside the sign that there is none."""
    said = quote(reason or "non disponible")
    return Unreadable(
        "nombre_et_absence",
        f"La cellule contient {quote(text)}\u202f: un nombre, et le signe {quote(sign)} qui dit {said}.",
        "Garder le nombre seul s’il est publié, ou le signe seul s’il ne l’est pas.",
    )


def raised(text: str) -> Unreadable:
    """A number set as a superscript or a subscript as a whole: a value, or the mark of a note."""
    return Unreadable(
        "nombre_en_exposant",
        f"La cellule est tout entière en exposant ou en indice ({quote(text)})\u202f: est-ce une valeur, "
        "ou un appel de note\u202f?",
        "Retirer l’exposant si c’est la valeur, vider la cellule si c’est un appel de note.",
    )


def ambiguous(text: str) -> Unreadable:
    """A number that reads in two ways."""
    return Unreadable(
        "nombre_ambigu",
        f"{quote(text)} peut se lire de deux façons\u202f: séparateur de milliers ou virgule décimale.",
        "Enregistrer la cellule comme un nombre, ou écrire «\u00a01\u202f234\u00a0» (milliers) ou "
        "«\u00a01,2340\u00a0» (décimales).",
    )


# Excel makes a date of « 8,4 » in the year it is typed, and there was none before: an older date is a number
# under a format of dates (8.4 is the 8th of January 1900).
_FIRST_EXCEL = 1985


def date(cell: RawCell) -> Unreadable:
    """A date where a number is expected: Excel made it from « 8,4 », or the cell has a format of dates."""
    hint = ""
    if isinstance(cell.value, datetime.date) and cell.value.year < _FIRST_EXCEL:
        hint = " C’est sans doute un nombre, que le format de la cellule affiche comme une date."
    elif isinstance(cell.value, datetime.date):
        hint = f" Excel a sans doute transformé «\u00a0{cell.value.day},{cell.value.month}\u00a0» en date."
    return Unreadable(
        "date_au_lieu_d_un_nombre",
        f"La cellule contient une date ou une heure ({cell.text}) là où un nombre est attendu.{hint}",
        "Mettre la cellule au format Nombre, puis saisir à nouveau la valeur publiée.",
    )
