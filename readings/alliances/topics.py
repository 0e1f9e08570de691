"""The figures of the alliances by topic: who practises, how, how mature, what is expected, on what."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from indicators.rows import Fields, each
from indicators.vocabulary import Vocabulary
from readings.alliances.selection import holding
from wording.lists import join
from wording.numbers import ordinal, quantity
from wording.perimeter import perimeter
from wording.typography import capital, typed, uncapital

# The number of a question, and the parts of a sum that are not all published without contradiction.
_WORKING = re.compile(r"\bQ\d+\s+| \(\d+(?:\+\d+)+\)")
# How a name was misread on the page: the analysts' note.
_MISREAD = re.compile(r"\s*;?\s*OCR \xab[^\xbb]*\xbb")
_TYPES = "type_partenariat_pct"
# A detail that goes on from « part » (« de maires pour qui… »), and the measure that is all in its detail.
_OF, _OTHER = ("de ", "des ", "d’"), "autre"
# « jugeant urgent de… », « se donnant comme priorité… »: what those who answer so do.
_WHO = re.compile(r"(?:se )?\w+ant\b")
_DOMAINS = ("domaine_coconstruction_pct", "impact_partenariat_pct")


@dataclass(frozen=True)
class Topic:
    """One part of the page: its code, its subject, the measures it shows, what must be known to read it."""

    code: str
    subject: str
    measures: tuple[str, ...]
    note: str


TOPICS = (
    Topic(
        "pratique",
        "Qui pratique des partenariats",
        ("pratique_partenariat_pct",),
        "Part de ceux qui ont au moins un partenariat. Chaque taux vaut pour la population interrogée, "
        "écrite avec lui\u202f: d’une enquête à l’autre, elle n’est pas la même.",
    ),
    Topic(
        "types",
        "Quels types de partenariats",
        (_TYPES,),
        "Plusieurs réponses possibles\u202f: les parts ne s’ajoutent pas. Les enquêtes n’ont pas interrogé "
        "les mêmes populations.",
    ),
    Topic(
        "maturite",
        "La co-construction est-elle mûre\u202f? Ce qu’en disent les maires",
        ("maturite_coconstruction_pct",),
        "Seules les réponses publiées sans contradiction sont montrées.",
    ),
    Topic(
        "roles",
        "Quel rôle est attendu",
        ("role_attendu_pct",),
        "Rôle que les maires donnent aux collectivités pour développer les alliances. Les rôles attendus des "
        "autres acteurs sont publiés avec des chiffres à vérifier, tenus à l’écart.",
    ),
    Topic(
        "domaines",
        "Dans quels domaines s’allier",
        _DOMAINS,
        "Les questions diffèrent d’un acteur à l’autre\u202f: chacune est rappelée, et l’ordre se lit dans "
        "un même groupe.",
    ),
)
COLUMNS = (
    "figure_id panel note label value text actor_code region_codes wave "
    "survey_date subpopulation source where"
).split()


def topic_rows(figures: pd.DataFrame, topic: Topic, names: Vocabulary) -> pd.DataFrame:
    """Return the figures of a topic that have a value, one row each: `COLUMNS`.

    panel: who says it; note: where, when, and the question; label: what the bar is; text: the value with its
    unit; where: the cell. Panels keep the order of the sheet; inside a panel, the highest value first. A
    figure that only has a rank is left to `other_figures`.
    """
    kept = figures[figures["measure"].isin(topic.measures) & figures["value"].notna()]
    rows = pd.DataFrame([_row(row, names) for row in each(kept)], columns=COLUMNS)
    place = rows.groupby(["panel", "note"], sort=False).ngroup()
    order = rows.assign(place=place).sort_values(["place", "value"], ascending=[True, False], kind="stable")
    return order[COLUMNS].reset_index(drop=True)


def other_figures(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures that no topic draws: other questions, and those that only have a rank."""
    drawn = figures["measure"].isin([measure for topic in TOPICS for measure in topic.measures])
    return figures[~drawn | figures["value"].isna()].reset_index(drop=True)


def of_territory(figures: pd.DataFrame, region: str) -> pd.DataFrame:
    """Keep the figures published for a region, alone or with others."""
    return holding(figures, "region_codes", region).reset_index(drop=True)


def figure_text(row: Fields) -> str:
    """« 37 % », « 675 000 », « 2ᵉ rang » when only the rank is published."""
    if pd.isna(row.value):
        ends = dict.fromkeys([ordinal(int(row.rank_low)), ordinal(int(row.rank_high))])
        return f"{' ou '.join(ends)} rang"
    return quantity(row.value, "" if row.unit == "nombre" else row.unit, row.decimals)


def _row(row: Fields, names: Vocabulary) -> tuple[object, ...]:
    panel, note, label = _words(row, names)
    text = figure_text(row)
    who, where = row.actor_code, f"{row.sheet}, {row.cell}"
    return (
        row.figure_id, panel, note, label, row.value, text, who, row.region_codes, row.wave, row.survey_date,
        row.subpopulation, row.source, where,
    )  # fmt: skip


def _words(row: Fields, names: Vocabulary) -> tuple[str, str, str]:
    """Return what groups a figure with others, and what tells it from them."""
    actor, where = names.actors.get(row.actor_code, row.actor_code), territory(row, names)
    detail = detailed(row.detail)
    if row.measure == "pratique_partenariat_pct":
        return actor, "", _joined([capital(typed(row.subpopulation)), where, row.wave, detail])
    if row.measure == _TYPES:
        who, _, kind = detail.rpartition("\u202f: ")
        return actor, _joined([where, row.wave, who]), capital(kind)
    if row.measure in _DOMAINS:
        domain = names.domains.get(row.domain_code, row.measure_label)
        return actor, _joined([where, row.wave, detail]), domain
    return actor, _joined([where, row.wave]), capital(detail) or row.measure_label


def territory(row: Fields, names: Vocabulary) -> str:
    """« France », « Grand Est », or the survey's own perimeter, said so."""
    if row.perimeter:
        return perimeter(row.perimeter)
    return join(names.places.get(code, code) for code in row.region_codes)


def detailed(text: str) -> str:
    """Write the published detail without the analysts' working notes, in French typography."""
    return typed(_WORKING.sub("", text))


def asked_question(row: Fields, population: str = "") -> str:
    """Say in one phrase what a figure is the share of, and of whom; never the label and the question glued.

    « part de dirigeants pour qui les entreprises doivent agir prioritairement sur ce domaine », « part des
    répondants qui ont un partenariat (associations employeuses) ». `population`: whom a figure without
    sub-population is of, where that must be said.
    """
    asked, who = _asked(row), typed(row.subpopulation) or population
    if pd.isna(row.value):
        asked = f"rang publié sans valeur, {asked}"
    return f"{asked} ({who})" if who and who not in asked else asked


def _asked(row: Fields) -> str:
    said, label = detailed(row.detail), uncapital(row.measure_label)
    if said.startswith(_OF):
        return f"part {said}"
    if _WHO.match(said):
        return f"part des répondants {said}" if row.unit == "%" else f"répondants {said}"
    if said and row.measure in (*_DOMAINS, _OTHER):
        return said
    return _joined([label, said])


def named(name: str) -> str:
    """Write the name of an initiative without the note on how it was misread."""
    return typed(_MISREAD.sub("", name).replace(" ()", ""))


def _joined(parts: list[str]) -> str:
    return ", ".join(part for part in parts if part)
