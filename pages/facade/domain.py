"""« Par domaine », what is measured: ranks and published figures, how to read them, initiatives."""

from dataclasses import dataclass

import pyarrow as pa

from indicators.initiatives import initiatives
from indicators.method import Method
from pages.facade import choices, overview
from pages.facade.edition import Edition, per_edition
from pages.tables import arrow
from readings.alliances import selection
from readings.domain import ranking, words_measured
from readings.overview.views import View
from readings.phrases.trials import trials


@dataclass(frozen=True)
class Measured:
    """The table of the regions with their ranks, that of the indicators, what the intervals cover."""

    table: pa.Table
    alternative: str
    indicators: pa.Table
    trials: str


def choice_of(domain: str) -> overview.Choice:
    """Return what the map of the page shows, as the first page chooses it."""
    return domain, str(View.OBJECTIVE), choices.DEFAULTS["acteur"], ""


@per_edition(max_entries=256)
def ranked_of(edition: Edition, domain: str, method: Method, region: str) -> Measured:
    """Return the tables of what is measured, the chosen region (a code or `""`) in bold."""
    figures = edition.results.region_values(domain)
    rows = ranking.ranking(edition.results.regions(), edition.results.rank_intervals(method), domain)
    table = words_measured.ranking_table(rows, figures)
    indicators = words_measured.indicator_table(edition.results.catalogue(), figures, domain)
    return Measured(
        table=arrow(table, chosen=choices.region_name(region)),
        alternative="Régions de la plus à la moins fragile, avec leur rang et leur valeur.",
        indicators=arrow(indicators),
        trials=trials(edition.store, domain, method),
    )


@per_edition(max_entries=128)
def initiatives_of(edition: Edition, domain: str, region: str) -> pa.Table:
    """Return the initiatives of a domain, those of a region first; no row when none is filed under it."""
    every = initiatives(edition.store)
    found = selection.holding(every, "domain_codes", domain)
    return arrow(words_measured.initiative_table(found, edition.results.vocabulary().regions, region))
