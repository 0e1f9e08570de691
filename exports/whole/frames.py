"""Every table of an edition by its name in French, as it is taken away; codes come with their words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from exports.whole import computed
from indicators import coherence, leave_one_out, published, structure
from indicators.results import Results

_Made = Callable[[Results], pd.DataFrame]
TABLES: Mapping[str, _Made] = {
    "territoires": lambda results: published.territories(results.store),
    "domaines": lambda results: results.domains(),
    "acteurs": lambda results: results.actors(),
    "mesures": lambda results: published.measures(results.store),
    "indicateurs": lambda results: results.catalogue(),
    "valeurs": lambda results: published.all_values(results.store),
    "valeurs_anterieures": lambda results: published.earlier_values(results.store),
    "scores_indicateurs": computed.standardised,
    "scores": computed.scores,
    "rangs_domaines": computed.domain_ranks,
    "perceptions": lambda results: published.felt(results.store),
    "ecarts": computed.gaps,
    "ecarts_bornes": computed.unnamed,
    "situations": computed.quadrants,
    "accord": lambda results: results.agreements(),
    "evolutions": computed.evolutions,
    "regions_proches": computed.neighbours,
    "importance": computed.importances,
    "doutes": computed.doubts,
    "coherence": lambda results: coherence.coherence(results.groups()),
    "correlations": lambda results: coherence.pairs(results.groups()),
    "sensibilite": lambda results: leave_one_out.leave_one_out(results.store),
    "alliances": lambda results: results.alliance_figures(),
    "initiatives": lambda results: results.initiatives(),
    "sources": lambda results: published.sources(results.store),
    "corrections": lambda results: structure.corrections(results.store),
    "constats": lambda results: results.findings(),
}


def content(results: Results) -> dict[str, pd.DataFrame]:
    """Return every table, with `region`, `domain` and `actor` (words) wherever the codes are."""
    words = _words(results)
    return {name: _told(make(results), words) for name, make in TABLES.items()}


def _told(frame: pd.DataFrame, words: Mapping[str, tuple[str, Mapping[str, str]]]) -> pd.DataFrame:
    named = {name: frame[code].map(labels) for code, (name, labels) in words.items() if code in frame.columns}
    return frame.assign(**named)


def _words(results: Results) -> dict[str, tuple[str, Mapping[str, str]]]:
    places, words = published.territories(results.store), results.vocabulary()
    regions = dict(zip(places["region_code"], places["name"], strict=True))
    return {
        "region_code": ("region", regions),
        "similar_code": ("similar", regions),
        "domain_code": ("domain", words.domain_labels),
        "actor_code": ("actor", words.actors),
    }
