"""The workbook to fill: empty, or with the indicators of this edition for a survey to be added."""

from __future__ import annotations

from collections.abc import Iterable

from exports.sheets.forms import Column, Form, Words, words
from exports.sheets.template import template_bytes
from exports.stamp import Stamp
from indicators.results import Results
from loaders.reference import FRANCE, ColumnSpec, Reference, build_reference
from loaders.tables import read_tables
from pages.facade import template_rows
from wording import mentions

FRANCE_HEADER = "France métropole"
_SURVEYS = ("perceptions", "alliances")
_BY_REGION = ("territories", "past")
_DOMAINS = "=Domaines!$A$5:$A$104"
# What a spreadsheet would change into a date or a number.
_TEXTS = {"regions", "date", "departments", "year", "code", "published_code"}
_NONE = Words("", "")
_HOW = (
    "Une ligne par indicateur ou par chiffre, sous les titres. Chaque titre porte une note, et les codes se "
    "choisissent dans une liste."
)
_MARKS = (
    "La marque à côté du nombre\u202f: 8,4 (p) provisoire, 8,4 (r) révisé, 8,4 (e) estimé, 8,4 (1) renvoi. "
    "La liste est page «\u00a0Données et méthode\u00a0», section «\u00a0Dictionnaire\u00a0»."
)
_NEW_YEAR = (
    "Déplacer l’ancienne ligne dans «\u00a0Années antérieures\u00a0», saisir la nouvelle à sa place. Si la "
    "définition a changé depuis, la colonne «\u00a0Rupture\u00a0» de l’ancienne ligne dit en quoi."
)
_SEEN = (
    "Page «\u00a0Données et méthode\u00a0», section «\u00a0Mon classeur\u00a0»\u202f: le fichier est "
    "contrôlé cellule par cellule, et vous seul le voyez."
)
GUIDE = (
    ("À quoi il sert", "Apporter au tableau de bord une enquête, d’autres indicateurs ou une autre année."),
    ("Comment le remplir", _HOW),
    ("Une nouvelle année", _NEW_YEAR),
    ("L’exemple", "Au-dessus des titres, en gris\u202f: il n’est jamais lu."),
    (
        "Ce qui n’est pas publié",
        "La cellule reste vide, ou porte le signe de la source (s, ns, ///, n.d.). Jamais 0.",
    ),
    ("Ce que la source dit d’un nombre", _MARKS),
    ("Le voir", _SEEN),
    ("Mention obligatoire", mentions.MENTION),
)


def template(results: Results, stamp: Stamp, *, filled: bool) -> bytes:
    """Return the template; `filled`: with the indicators, values and sources of the edition."""
    reference = build_reference(read_tables())
    rows = template_rows.domains(results) | (template_rows.published(results, reference) if filled else {})
    forms = [
        Form(sheet.name, _columns(sheet.sheet_key, reference), rows.get(sheet.sheet_key, ()))
        for sheet in reference.sheets
        if sheet.sheet_key in reference.columns
    ]
    return template_bytes(stamp, [*GUIDE, ("", ""), *_codes(reference)], forms)


def _codes(reference: Reference) -> list[tuple[str, str]]:
    """List the codes with their words."""
    places = [(FRANCE, FRANCE_HEADER), *((one.region_code, one.name) for one in reference.regions)]
    actors = [(one.actor_code, one.label) for one in reference.actors]
    measures = [(one.measure, f"{one.label} ({one.unit or 'sans unité'})") for one in reference.measures]
    return [("Code", "Ce qu’il désigne"), *places, ("", ""), *actors, ("", ""), *measures]


def _columns(sheet: str, reference: Reference) -> tuple[Column, ...]:
    found: list[Column] = []
    for spec in reference.columns[sheet]:
        found.append(_column(sheet, spec, reference))
        if sheet in _BY_REGION and spec.column_key == "total":
            found.extend(_places(reference))
    return tuple(found)


def _column(sheet: str, spec: ColumnSpec, reference: Reference) -> Column:
    name = spec.column_key
    told = words()["survey" if sheet in _SURVEYS else sheet, name]
    measures = tuple(one.measure for one in reference.measures if one.sheet in {sheet, ""})
    # A list that refuses what is not in it would refuse several codes in one cell.
    lists: dict[str, tuple[str, ...] | str] = {
        "domain": _DOMAINS,
        "domains": _DOMAINS,
        "direction": ("1", "-1"),
        "actor": tuple(one.actor_code for one in reference.actors),
        "regions": (FRANCE, *(one.region_code for one in reference.regions)),
        "reliability": tuple(reference.reliabilities),
        "measure": measures,
    }
    return Column(
        spec.header,
        told.note,
        measures[0] if name == "measure" else told.example,
        lists.get(name, ()),
        several=name in {"regions", "domains"},
        text=name in _TEXTS,
    )


def _places(reference: Reference) -> Iterable[Column]:
    """The columns of the territories, France first."""
    note = words()["territories", "region"].note
    named = [(FRANCE, FRANCE_HEADER), *((one.region_code, one.name) for one in reference.regions)]
    return [Column(name, note, words().get(("territories", code), _NONE).example) for code, name in named]
