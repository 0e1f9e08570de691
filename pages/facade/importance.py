"""What each element decides of the whole, ready to be sent: domains, indicators, what they are together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.drawing import Drawing
from charts.look import Look
from charts.settings_bars import signed_bars
from exports.figures import settings as figures
from indicators import coherence
from indicators.importance import importance
from indicators.method import Method
from indicators.rows import records
from pages.explored import Explored, explored
from pages.facade import off_screen
from pages.facade.edition import Edition, per_edition, results
from readings.settings import coherence as together
from readings.settings import importance as words
from readings.settings import importance_tables as tables
from readings.settings import profile
from wording.lists import joined

READING, COLUMNS_READ = words.READING, words.COLUMNS_READ
ALONE = "Un seul domaine pèse\u202f: il n’y a rien à comparer."


@dataclass(frozen=True)
class Part:
    """A heading that is a finding, and what follows it in words."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Deciding:
    """What decides: the domains, drawn (None: nothing to share), the indicators (None: one a domain).

    `title`: of the section, on the chosen region; `together`: whether the domains measure one thing.
    """

    title: str
    domains: Part
    drawing: Drawing | None
    indicators: Part | None
    together: Part


@dataclass(frozen=True)
class _Made:
    importance: pd.DataFrame
    coherence: pd.DataFrame
    pairs: pd.DataFrame


@per_edition(max_entries=32)
def deciding(edition: Edition, method: Method, look: Look) -> Deciding:
    """Return what decides of the whole by a method."""
    made, known = _made(method), edition.results.vocabulary()
    every = words.ordered(made.importance, "domaine")
    rows = words.deciding(every)
    title = words.finding(rows, known.levels)
    listed = joined(_labels(every, known.levels)) if len(rows) else ""
    means = coherence.mean_correlations(made.pairs)
    return Deciding(
        title=_here(edition, method, look.region, rows) if look.region and listed else title,
        domains=Part(title, words.told(rows, known.levels)),
        drawing=Drawing(_bars(every, known.levels, look), f"{title}\u202f: {listed}.") if listed else None,
        indicators=_indicators(made.importance, known.indicators),
        together=Part(
            together.heading(made.coherence),
            together.told(made.coherence, made.pairs, means, known.levels),
        ),
    )


def numbers_of(method: Method) -> pd.DataFrame:
    """Return what each domain weighs and decides."""
    return figures.importance(words.ordered(_curved(method), "domaine"), off_screen.words())


def picture_of(method: Method, look: Look) -> dict[str, Any]:
    """Return the bars as they are drawn in a picture."""
    return _bars(words.ordered(_made(method).importance, "domaine"), results().vocabulary().levels, look)


@per_edition(max_entries=32)
def domains_of(edition: Edition, method: Method) -> Explored:
    """Return the domains one by one."""
    rows = words.ordered(_curved(method), "domaine")
    return explored(tables.domains_table(rows, edition.results.vocabulary().levels))


@per_edition(max_entries=32)
def indicators_of(edition: Edition, method: Method) -> Explored:
    """Return the indicators one by one."""
    rows, known = words.ordered(_curved(method), "indicateur"), edition.results.vocabulary()
    places = edition.results.catalogue().dropna(subset=["domain_code"])
    domains = {
        str(code): known.domains[domain]
        for code, domain in zip(places["indicator_code"], places["domain_code"], strict=True)
    }
    told = tables.indicators_table(rows, _made(method).importance, known.indicators, domains)
    return explored(told, filters=("Domaine", "Sens"))


@per_edition(max_entries=32)
def scores_of(edition: Edition, method: Method) -> Explored:
    """Return alpha of each score."""
    return explored(tables.coherence_table(_made(method).coherence, edition.results.vocabulary().levels))


@per_edition(max_entries=32)
def pairs_of(edition: Edition, method: Method) -> Explored:
    """Return the domains two by two."""
    told = tables.pairs_table(_made(method).pairs, edition.results.vocabulary().levels)
    return explored(told, filters=("Axe",))


@per_edition(max_entries=32)
def _made(edition: Edition, method: Method) -> _Made:
    made = edition.results.groups(method)
    return _Made(importance(made, curves=False), coherence.coherence(made), coherence.pairs(made))


def _curved(method: Method) -> pd.DataFrame:
    """Return what each element decides of the whole, with the main effects that only tables show."""
    return importance(group for group in results().groups(method) if group.in_level == words.WHOLE)


def _here(edition: Edition, method: Method, region: str, rows: pd.DataFrame) -> str:
    scores, known = edition.results.index_scores(method), edition.results.vocabulary()
    own = scores[(scores["region_code"] == region) & (scores["code"] == words.WHOLE)]
    half = profile.half(scores, region, words.leading(rows)["code"].tolist())
    return words.here(known.names[region].name, half, own["rank"].iloc[0], words.finding(rows, known.levels))


def _indicators(every: pd.DataFrame, names: Mapping[str, str]) -> Part | None:
    rows = words.deciding(words.ordered(every, "indicateur"))
    if not words.several(every) or rows.empty:
        return None
    return Part(words.finding(rows, names, "indicateur"), words.told_of_indicators(rows, every, names))


def _bars(rows: pd.DataFrame, names: Mapping[str, str], look: Look) -> dict[str, Any]:
    drawn = rows.assign(
        name=rows["code"].map(names),
        value=rows["share"],
        text=rows["share"].map(words.share_words),
        landmark=rows["weight"],
        label=_labels(rows, names),
    )
    return signed_bars(drawn, look)


def _labels(rows: pd.DataFrame, names: Mapping[str, str]) -> list[str]:
    return [
        f"{names[row['code']]}\u202f: {words.share_words(row['share'])} des différences, "
        f"{words.share_words(row['weight'])} du poids"
        for row in records(rows)
    ]
