"""Plain names of the published indicators, for readers who have never opened the workbook.

Keyed by the published label (sheet « Données territoriales »), not by the code: an indicator that is renamed
has another meaning, and is then called what its own label says. No year and no unit here: both are data. A
name carries the caution that its figure needs, so that it goes wherever the figure goes. The published label
itself, with its typing, is in the dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from indicators.rows import each
from indicators.structure import scored_indicators
from loaders.store import Store
from wording.numbers import counted
from wording.typography import capital, grouped, typed, uncapital

# Of a percentage that may be under 0 or over 100.
_NO_SHARE = re.compile(r"\b(?:[ée]volution|variation|croissance|hausse|baisse|[ée]cart|solde)", re.IGNORECASE)
# The name in a sentence, then under a line of a chart (at most 40 signs; "" when the name is short enough).
_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "Taux de chomage": ("Taux de chômage", ""),
        "Evolution du nombre d'entreprises 1 & +": (
            "Évolution du nombre d’entreprises ayant des salariés",
            "Évolution des entreprises à salariés",
        ),
        "Evolution du revenu médian": ("Évolution du revenu médian", ""),
        "Nbr logements / habitant": (
            "Nombre de logements par habitant, résidences secondaires comprises",
            "Logements par hab., avec secondaires",
        ),
        "Taux d'immigration": (
            "Part des personnes immigrées, lue par convention comme un enjeu d’inclusion",
            "Personnes immigrées, par convention",
        ),
        "Taux d'actifs / retraités": ("Actifs, comparés aux retraités", ""),
        "Part des ménages dont la famille principale est une famille monoparentale": (
            "Part des ménages qui sont des familles monoparentales",
            "Familles monoparentales",
        ),
        "% des NEET": (
            "Jeunes qui ne sont ni en emploi, ni en études, ni en formation",
            "Jeunes sans emploi, études ni formation",
        ),
        "Professionnels de santé / 100 000 hab": ("Professionnels de santé", ""),
        "Couverture 4G par + de 2 opérateurs": ("Couverture 4G par plus de deux opérateurs", "Couverture 4G"),
        "Coups et blessures volontaires enregistrés /1000 hab": (
            "Coups et blessures volontaires enregistrés",
            "Coups et blessures enregistrés",
        ),
        "% domicile-travail en transports en commun": (
            "Part des transports en commun entre le domicile et le travail",
            "Transports en commun vers le travail",
        ),
        "Nbr d'équipements culturels / 10 000 hab": ("Équipements culturels", ""),
        "Emissions CO2 (ton / hab)": ("Émissions de CO₂", ""),
        "Taux de collecte des déchets (kg / hab)": ("Collecte des déchets", ""),
        "Nombre de kilomètre carré": ("Superficie", ""),
        "% des terrains agricoles cultivés": ("Part des terrains agricoles cultivés", ""),
        "Nombre de commune": ("Nombre de communes", ""),
        "Nombre de département par région": ("Nombre de départements", ""),
        "Nombre d'entreprises 0 sal. & +": ("Nombre d’entreprises, avec ou sans salariés", ""),
        "Part budget innovation dans PIB": ("Part du budget de l’innovation dans le PIB", ""),
        "Finances publiques (en millions d'euros)": ("Finances publiques", ""),
    }
)

# What measures a domain by convention, and how it is to be read: said wherever the domain is ranked.
_CONVENTIONS: Mapping[str, str] = MappingProxyType(
    {
        "Nbr logements / habitant": "le nombre de logements par habitant, résidences secondaires comprises",
        "Taux d'immigration": (
            "la part des personnes immigrées, lue comme un enjeu d’inclusion, jamais comme une fragilité des "
            "personnes"
        ),
    }
)


def plain(label: str) -> str:
    """Return the plain name of a published label, or the label itself when it has none."""
    return _NAMES.get(label, ("", ""))[0] or capital(typed(label))


def by_convention(label: str) -> bool:
    """Say whether a published label is that of a figure which measures its domain by convention."""
    return label in _CONVENTIONS


def brief(label: str) -> str:
    """Return a name short enough to stand under the name of a domain in a chart."""
    return _NAMES.get(label, ("", ""))[1] or plain(label)


def inside(label: str, *, short: bool = False) -> str:
    """Return the name as it is written inside a sentence: « taux de chômage », « PIB régional »."""
    name = brief(label) if short else plain(label)
    return name if name[1:2].isupper() else uncapital(name)


def described(label: str, unit: str, year: str) -> str:
    """« Taux de chômage, en %, 2019 (T1) », a unit that the name says already is not said twice."""
    name = plain(label)
    beside = "" if contains(name, unit) else unit_beside(name, unit)
    return ", ".join(filter(None, (name, "en\u202f%" if beside == "%" else beside, year)))


def contains(name: str, unit: str) -> bool:
    """Say whether a name holds its unit: « Nombre de logements par habitant », « logements par habitant »."""
    return unit.casefold() in name.casefold()


def unit_beside(name: str, unit: str) -> str:
    """Return the unit to write after a figure that stands beside this name: none when the name holds it.

    A percentage always carries its sign: « % des NEET : 17,0 % ».
    """
    return "" if contains(name, unit) and unit != "%" else grouped(unit)


def is_share(label: str, unit: str) -> bool:
    """Say whether a figure is a part of a whole, from 0 to 100 %: a change or a difference is not."""
    return unit == "%" and not _NO_SHARE.search(label)


def of_domain(domain: str, name: str) -> str:
    """« Emploi (taux de chômage) »; `name`: as `inside` writes it; brackets in it become commas."""
    return f"{domain} ({name.replace(' (', ', ').replace(')', '')})" if name else domain


def measured_by(store: Store, *, short: bool = False) -> dict[str, str]:
    """Return, by scored domain, what its score rests on: « taux de chômage », « 2 indicateurs »."""
    return {
        str(domain): _basis(rows["label"], short=short)
        for domain, rows in scored_indicators(store).groupby("domain_code", sort=False)
    }


def conventions(store: Store) -> dict[str, str]:
    """Return, by domain whose score rests on a figure read by convention, by what it is measured.

    « par le nombre de logements… », « entre autres par… » where it is one of several.
    """
    used = scored_indicators(store)
    told = used.assign(
        clause=used["label"].map(_CONVENTIONS), beside=used["domain_code"].duplicated(keep=False)
    )
    return {
        str(row.domain_code): f"{'entre autres ' if row.beside else ''}par {row.clause}"
        for row in each(told.dropna(subset=["clause"]))
    }


def _basis(labels: pd.Series[str], *, short: bool) -> str:
    count = len(labels)
    return (
        inside(str(labels.iloc[0]), short=short)
        if count == 1
        else counted(count, "indicateur", "indicateurs")
    )
