"""The alliances: what is published of them in the region, in words; then in France, in bars."""

from __future__ import annotations

import pandas as pd

from exports.slides import theme
from exports.slides.bars import Bars, bars
from exports.slides.chart_frame import numeric
from exports.slides.slide import Deck, words
from exports.slides.story import Story
from exports.slides.theme import Box, Slide
from exports.slides.words import Line
from indicators.rows import records
from loaders.store import FRANCE
from readings.alliances.topics import asked_question, of_territory
from wording import lettering
from wording.lists import ended, joined
from wording.numbers import counted, percent

# From top to bottom in inches: where figures start, where they end, what a chart of France needs.
_TOP, _END, _CHART = 1.95, 6.3, 2.5
_BESIDE, _LINE, _BETWEEN = 9.1, 0.31, 0.2
_POINTS_IN_AN_INCH = 72

# Who says it, what it is, the figure.
Figure = tuple[str, str, str]


def alliances(deck: Deck, story: Story) -> None:
    """Show what is published of the alliances in the region, then, where there is room, in France."""
    own = list(story.report.alliances.itertuples(index=False, name=None))
    rows = _compared(of_territory(story.results.alliance_figures(), FRANCE))
    told = [f"{who}\u202f: {what}, {said}" for who, what, said in own]
    country = [] if rows.empty else [_asked(story, rows), _listed(story, rows)]
    slide = deck.add(story.report.alliance_title, [*told, *country])
    below = _figures(slide, own)
    if country and below + _CHART <= _END:
        _country(slide, story, rows, below)


def _asked(story: Story, rows: pd.DataFrame) -> str:
    """« France, citoyens, PHARE 2015 : Part des répondants qui… »."""
    first = next(rows.itertuples())
    who = story.results.vocabulary().actors[str(first.actor_code)].lower()
    return f"France, {who}, {first.wave}\u202f: {asked_question(first)}"


def _listed(story: Story, rows: pd.DataFrame) -> str:
    labels = story.results.vocabulary().domains
    told = (
        f"{labels[row['domain_code']]}\u202f: {percent(row['value'], most=int(row['decimals']))}"
        for row in records(rows)
    )
    return ended(joined(told))


def _country(slide: Slide, story: Story, rows: pd.DataFrame, top: float) -> None:
    """Draw one question asked all over France, domain by domain."""
    asked = _asked(story, rows)
    words(slide, Box(0.62, top, 12.1, 0.66), [Line(asked, colour=theme.QUIET)], "Ce qui est dessiné")
    labels = [story.results.vocabulary().domains[code] for code in rows["domain_code"]]
    values = tuple(float(value) for value in rows["value"])
    bars(
        slide,
        Box(0.62, top + 0.75, 12.1, 6.6 - top - 0.75),
        labels,
        [Bars("Part (%)", theme.NEAR, values)],
        numbers=numeric(int(rows["decimals"].max()), "%"),
        name="Alliances en France",
        alternative=f"{asked}. {_listed(story, rows)}",
    )


def _figures(slide: Slide, own: list[Figure]) -> float:
    """Write each figure large and beside it what it is, those that fit; return where they end."""
    top = _TOP if own else theme.SUBTITLE.top
    for position, (who, what, said) in enumerate(own):
        height = _LINE * (1 + len(lettering.lines(what, _BESIDE * _POINTS_IN_AN_INCH, theme.BODY)))
        if top + height > _END:
            rest = counted(len(own) - position, "autre chiffre est", "autres chiffres sont")
            told = [Line(f"{rest} dans les notes.", colour=theme.QUIET)]
            words(slide, Box(3.6, _END + 0.05, _BESIDE, 0.35), told, "Suite")
            return _END
        figure = [Line(said, theme.CALLED, bold=True, colour=theme.NEAR)]
        words(slide, Box(0.62, top, 2.9, height), figure, "Chiffre")
        told = [Line(who, bold=True, after=0), Line(what)]
        words(slide, Box(3.6, top, _BESIDE, height), told, "Ce qui est publié")
        top += height + _BETWEEN
    return top


def _compared(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the shares of one question of one survey: the one that covers most domains."""
    shares = figures[(figures["unit"] == "%") & figures["domain_code"].notna() & figures["value"].notna()]
    keys = ["wave", "actor_code", "measure", "detail"]
    if shares.empty:
        return shares
    largest = shares.groupby(keys, sort=False, dropna=False)["domain_code"].transform("size")
    first = shares[largest == largest.max()].iloc[0]
    same = (shares[keys].fillna("") == first[keys].fillna("")).all(axis=1)
    compared: pd.DataFrame = shares[same].sort_values("value", ascending=False)
    return compared
