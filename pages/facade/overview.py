"""The first page: its figures and its drawings."""

from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

from charts.look import Look
from charts.overview import Figure, Subject, figure, still
from exports.figures import overview as numbers
from indicators import perception
from indicators.method import Method
from indicators.plain_names import inside, of_domain
from loaders.store import FRANCE
from pages.explored import Explored, explored
from pages.facade import choices, methods, shapes
from pages.facade.edition import Edition, per_edition, results
from pages.tables import arrow
from readings.overview import here as titles
from readings.overview import level_words as words
from readings.overview.overview import Overview, overview
from readings.overview.views import Measure, View
from wording.lists import ended


class Choice(NamedTuple):
    """What is shown: codes. `wave`: `""` for the most complete; `indicator`: `""` for the domain's own.

    `flipped`: the indicators that the reader takes the other way round.
    """

    domain: str
    view: str
    actor: str
    wave: str = ""
    indicator: str = ""
    flipped: tuple[str, ...] = ()


def still_of(choice: Choice, look: Look) -> dict[str, Any]:
    """Return the map and the bars of one choice as one drawing, for a picture."""
    shown = overview_of(choice)
    return still(shapes.regions(), shown.frame, _subject(shown), look)


def numbers_of(choice: Choice) -> pd.DataFrame:
    """Return the numbers of one choice, to take away."""
    return numbers.overview(results(), overview_of(choice))


def notes(view: str, wave: str, method: Method) -> list[str]:
    """Say which of the choices do not change the figure."""
    return words.notes(view, wave, changed_method=method != methods.REFERENCE)


@per_edition(max_entries=512)
def overview_of(edition: Edition, choice: Choice) -> Overview:
    """Return the figures of one domain for one choice."""
    wave = choices.wave(choice.wave)
    return overview(
        edition.results,
        choice.domain,
        View(choice.view),
        choice.actor,
        wave,
        Measure(choice.indicator, choice.flipped),
    )


@per_edition(max_entries=256)
def figure_of(_edition: Edition, choice: Choice, look: Look) -> Figure:
    """Return the drawings of one domain for one choice, ready to be sent."""
    shown = overview_of(choice)
    return figure(shapes.regions(), shown.frame, _subject(shown), look)


@per_edition(max_entries=256)
def heading_of(edition: Edition, choice: Choice, look: Look) -> tuple[str, tuple[str, ...]]:
    """Return the title of one choice, then what goes before the other sentences.

    With a chosen region the title is its own, and the finding on all of them the first sentence.
    """
    shown = overview_of(choice)
    figure = figure_of(choice, look).chosen if shown.meta.published_count else ""
    if not figure:
        return shown.title, ()
    known = edition.results.vocabulary()
    subject = known.domains[choice.domain]
    if choice.indicator:
        subject = of_domain(subject, inside(str(shown.meta.indicator_label)))
    title = titles.here(subject, known.names[look.region].name_in, figure, shown.meta)
    return title, (ended(shown.title),)


def _subject(shown: Overview) -> Subject:
    meta = shown.meta
    return Subject(
        *(shown.title, str(meta.quantity), meta.unit, meta.decimals, meta.direction),
        *(meta.benchmark, meta.benchmark_decimals),
    )


@per_edition(max_entries=256)
def table_of(_edition: Edition, choice: Choice, look: Look) -> pa.Table | Explored:
    """Return the table of the same numbers, ready to be sent."""
    ready = explored if choice.view == View.GAP else arrow
    return ready(figure_of(choice, look).table, chosen=choices.region_name(look.region))


@per_edition(max_entries=32)
def published_by_region(edition: Edition, actor: str) -> list[str]:
    """Return the names of the domains that this actor is published to have ranked or noted, by region."""
    figures = perception.perceived(edition.store, actor)
    codes = set(figures.loc[figures["region_code"] != FRANCE, "domain_code"])
    domains = edition.results.domains()
    return domains.loc[domains["domain_code"].isin(codes), "label"].tolist()
