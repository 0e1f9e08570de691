"""Plain names of the published indicators, for readers who have never opened the workbook.

Keyed by the published label (sheet « Données territoriales »), not by the code: an indicator that is renamed
has another meaning, and is then called what its own label says. No year and no unit here: both are data.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from indicators.alliances.topics import capital, typed

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "Taux de chomage": "Taux de chômage",
        "Evolution du nombre d'entreprises 1 & +": "Évolution du nombre d’entreprises ayant des salariés",
        "Evolution du revenu médian": "Évolution du revenu médian",
        "Nbr logements / habitant": "Nombre de logements par habitant",
        "Taux d'immigration": "Part des personnes immigrées",
        "Taux d'actifs / retraités": "Actifs, comparés aux retraités",
        "Part des ménages dont la famille principale est une famille monoparentale": (
            "Part des ménages qui sont des familles monoparentales"
        ),
        "% des NEET": "Jeunes qui ne sont ni en emploi, ni en études, ni en formation",
        "Professionnels de santé / 100 000 hab": "Professionnels de santé",
        "Couverture 4G par + de 2 opérateurs": "Couverture 4G par plus de deux opérateurs",
        "Coups et blessures volontaires enregistrés /1000 hab": "Coups et blessures volontaires enregistrés",
        "% domicile-travail en transports en commun": (
            "Part des transports en commun entre le domicile et le travail"
        ),
        "Nbr d'équipements culturels / 10 000 hab": "Équipements culturels",
        "Emissions CO2 (ton / hab)": "Émissions de CO₂",
        "Taux de collecte des déchets (kg / hab)": "Collecte des déchets",
    }
)


def plain(label: str) -> str:
    """Return the plain name of a published label, or the label itself when it has none."""
    return _NAMES.get(label) or capital(typed(label))
