"""The figures of a region's own sequence: what shows better than words what a step has just said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd

from charts import rank_figure
from charts.domain_gaps import gap_lines
from charts.look import Look
from charts.palette import Page
from charts.screen_look import LETTERS, Projected
from charts.spine import spine
from exports.screens import screens
from exports.stamp import Stamp, stamp
from hall.book.steps import Kind, Step
from hall.stage.edition_memory import EditionMemory
from hall.stage.plan.figures import Figure
from indicators.gap_signs import STATED
from indicators.method import Method
from indicators.results import Results
from readings.overview import level, level_words
from readings.overview.here import level_here
from readings.phrases.conventions import convention
from readings.territory import line_words
from readings.territory.felt_lines import felt_lines
from readings.territory.gaps import gaps_by_actor
from readings.territory.report import report
from wording import reading
from wording.mentions import WORKBOOK
from wording.ranks import placed_of_regions
from wording.typography import uncapital

Draw = Callable[[Look], dict[str, Any]]
_MOST = 5
# One line is a sentence.
_LEAST = 2
# What Vega leaves above and under a drawing, in pixels; the line of the axis, in lines of the figure.
_MARGINS, _AXIS = 10, 0.5
_MARKS = (
    "Rond\u202f: la région\u202f; losange\u202f: la France\u202f; bande\u202f: la moitié centrale des régions"
)
# The drawings of an edition go with it: a room of the same region draws none of them again.
_KEPT = EditionMemory(64)


def follows(results: Results, region: str, method: Method, step: Step) -> bool:
    """Say whether a figure follows a step once it is told: a page lists it, and makes none."""
    if step.kind is Kind.VIEW:
        return len(_signed(results, region, method, step.subject)) >= _LEAST
    return step.kind in _AFTER


def after(results: Results, region: str, method: Method, step: Step) -> Figure | None:
    """Return the figure that follows a step once it is told; None for most, or where nothing is drawn."""
    if not follows(results, region, method, step):
        return None
    make = _AFTER[step.kind]
    what = (region, method, step.kind, step.subject.get("domaine"), step.subject.get("acteur"))
    return _KEPT.of(results).once(what, lambda: make(results, region, method, step.subject))


def _frailest(results: Results, region: str, method: Method, _subject: Mapping[str, Any]) -> Figure:
    """Place the region in its most fragile domains, with its rank and what the rank could be."""
    words, strengths = results.vocabulary(), results.strengths(region, method)
    frail = strengths[strengths["side"] == "fragilite"].sort_values("place")["domain_code"].head(_MOST)
    rows = report(results, region, method).spine_rows
    lines = rows.set_index("domain_code", drop=False).loc[list(frail)].assign(axis_label="")
    title = f"{words.regions[region]}\u202f: {line_words.finding(strengths, words.domains, {})}"
    about = stamp(results.edition(), title, subtitle=_MARKS, source=WORKBOOK)
    read = replace(about, convention=convention(words, set(frail)))
    return _figure(results, (region, method), read, partial(_fitting, lines))


def _fitting(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw as many of the first lines as a screen holds in its smallest letters."""
    least = replace(look, letters=LETTERS) if isinstance(look, Projected) else look
    free = look.size[1] - _MARGINS
    return spine(rows.head(max(1, int(free / least.height(1, stacked=True) - _AXIS))), look)


def _ranked(results: Results, region: str, method: Method, subject: Mapping[str, Any]) -> Figure:
    """Place every region in the domain whose rank was guessed."""
    words, code = results.vocabulary(), str(subject["domaine"])
    scores, intervals = results.index_scores(method), results.rank_intervals(method)
    rows = level.ranks(scores, intervals, results.regions(), level.DOMAIN, code)
    (mine,) = rows[rows["region_code"] == region].to_dict("records")
    place = placed_of_regions(*(int(mine[end]) for end in ("rank", "low", "high", "ranked")))
    title = level_here(words.domains[code], words.names[region].name_in, place)
    drawn = level_words.drawn(words.domains[code], rows)
    about = stamp(results.edition(), title, subtitle=drawn, source=str(subject["source"]))
    read = replace(about, convention=convention(words, {code}))
    return _figure(results, (region, method), read, partial(rank_figure.dots, rows))


def _signed(results: Results, region: str, method: Method, subject: Mapping[str, Any]) -> pd.DataFrame:
    """Return the lines of the domains where the gap of an actor, if the step has one, has a sign."""
    gaps = gaps_by_actor(results, region, method).get(subject.get("acteur", ""), [])
    lines = felt_lines(gaps, results.vocabulary().domains)
    return lines[lines["verdict"].isin(STATED)]


def _parted(results: Results, region: str, method: Method, subject: Mapping[str, Any]) -> Figure:
    """Join the measured and the felt rank of the domains where an actor's gap has a sign."""
    made, lines = report(results, region, method), _signed(results, region, method, subject)
    every = next(one for one in made.felt if one.actor_code == subject["acteur"])
    # Of several surveys, the title and the source are of the one that is drawn.
    felt = replace(every, gaps=[row for row in every.gaps if row["wave"] in set(lines["wave"])])
    told, _, dated = felt.sentence.partition(". ")
    title, source = f"{made.name}, {uncapital(told)}", f"{made.sources}. {dated}".rstrip(". ")
    about = stamp(results.edition(), title, subtitle=reading.GAP_LINES[0], source=source)

    def drawn(look: Look) -> dict[str, Any]:
        return gap_lines(lines, look, chosen="", height=look.height(len(lines)))

    return _figure(results, (region, method), about, drawn)


def _figure(results: Results, of: tuple[str, Method], about: Stamp, draw: Draw) -> Figure:
    """Return what is drawn once an edition; it names its edition nowhere: the room does."""
    memory, told = _KEPT.of(results), replace(about, edition="")

    def made(page: Page, shape: float) -> list[str]:
        look = Look(of[0], (0, 0), page)
        what = (*of, about.title, page.background, shape)
        return memory.once(what, lambda: screens(draw, told, look, shape, first=True))

    return Figure(about.title, made, own=True)


_AFTER: dict[Kind, Callable[[Results, str, Method, Mapping[str, Any]], Figure]] = {
    Kind.DOMAIN: _frailest,
    Kind.RANK: _ranked,
    Kind.VIEW: _parted,
}
