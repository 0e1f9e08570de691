"""« Par domaine », what is measured: ranks and published figures, how to read them, initiatives."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd
import pyarrow as pa

from indicators.method import Method
from pages.explored import Explored, explored
from pages.facade import choices, overview
from pages.facade.edition import Edition, per_edition
from pages.menu import INDICATOR
from pages.parameters import Parameter
from pages.tables import arrow
from readings.alliances import selection
from readings.domain import ranking, words_measured
from readings.overview.views import View
from readings.phrases.reach import of_code, reached_of
from readings.phrases.trials import WRITTEN, trials
from wording.numbers import counted
from wording.slug import slug

_WHOLE = "Le domaine entier"


@dataclass(frozen=True)
class Made:
    """What a domain is measured by: the indicators that give a score, and who publishes them.

    `indicators`: their published codes by how the address writes them.
    """

    indicators: Mapping[str, str]
    sources: tuple[str, ...]

    @property
    def said(self) -> str:
        """Say what the score of the domain is made of."""
        return f"Le score du domaine réunit {counted(len(self.indicators), 'indicateur', 'indicateurs')}."

    @property
    def whole(self) -> bool:
        """Say whether the domain has a score of several indicators: none of them stands for it."""
        return len(self.indicators) > 1


@dataclass(frozen=True)
class Measured:
    """The table of the regions with their ranks, what the intervals cover."""

    table: Explored
    alternative: str
    trials: str


def choice_of(domain: str, method: Method, indicator: str = "") -> overview.Choice:
    """Return what the map of the page shows, as the first page chooses it; `indicator`: one of several."""
    return overview.Choice(
        domain,
        str(View.OBJECTIVE),
        choices.DEFAULTS["acteur"],
        indicator=indicator,
        flipped=method.flipped,
    )


def offered(parameters: Mapping[str, Parameter], domain: str) -> dict[str, Parameter]:
    """Return what can be chosen of a domain: its indicators, where it has several, and no other."""
    made, every = made_of(domain), dict(parameters)
    item = every.pop(INDICATOR)
    if made.whole:
        every[INDICATOR] = replace(
            item, options={"": _WHOLE} | {code: item.options[code] for code in made.indicators}
        )
    return every


@per_edition(max_entries=32)
def made_of(edition: Edition, domain: str) -> Made:
    """Return what a domain is measured by."""
    found = edition.results.scored_indicators()
    mine = found[found["domain_code"] == domain]
    return Made(
        {slug(code): code for code in mine["indicator_code"]},
        tuple(filter(None, dict.fromkeys(mine["source"]))),
    )


@per_edition(max_entries=1)
def own_views(edition: Edition) -> dict[str, str]:
    """Return the domain of each indicator that has a view of its own, by how the address writes it."""
    return {
        code: domain
        for domain in edition.results.vocabulary().domains
        if (made := made_of(domain)).whole
        for code in made.indicators
    }


@per_edition(max_entries=256)
def ranked_of(edition: Edition, domain: str, method: Method, region: str) -> Measured:
    """Return the table of what is measured, the chosen region (a code or `""`) in bold."""
    figures = edition.results.region_values(domain, method)
    rows = ranking.ranking(edition.results.regions(), edition.results.rank_intervals(method), domain)
    reach = of_code(reached_of(edition.results, method, "domaine"), domain)
    table = words_measured.ranking_table(rows, figures, reach)
    return Measured(
        table=explored(table, chosen=choices.region_name(region)),
        alternative="Régions de la plus à la moins fragile, avec leur rang et leur valeur.",
        trials=trials(edition.results, domain, method, WRITTEN),
    )


@per_edition(max_entries=32)
def indicators_of(edition: Edition, domain: str, method: Method) -> pa.Table:
    """Return the indicators of a domain and how each is read."""
    figures = edition.results.region_values(domain, method)
    return arrow(words_measured.indicator_table(edition.results.catalogue(method), figures, domain))


@per_edition(max_entries=128)
def initiatives_of(edition: Edition, domain: str, region: str) -> Explored:
    """Return the initiatives of a domain, those of a region first."""
    found = filed(domain)
    return explored(words_measured.initiative_table(found, edition.results.vocabulary().regions, region))


@per_edition(max_entries=32)
def filed(edition: Edition, domain: str) -> pd.DataFrame:
    """Return the initiatives that the workbook files under a domain."""
    return selection.holding(edition.results.initiatives(), "domain_codes", domain)
