"""The report of one region: its words and its tables, the same on screen, on paper and on slides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from indicators import identity
from indicators.method import Method
from indicators.positions import Positions
from indicators.results import REFERENCE, Results
from indicators.rows import Row
from indicators.score_table import WHOLE
from indicators.similarity import Basis
from indicators.vocabulary import Vocabulary
from readings.actors.apart import together
from readings.alliances.topics import of_territory
from readings.phrases import measured_dates, reach
from readings.settings import doubts
from readings.territory import alliance_words, felt_lines, felt_words, identity_words, line_words, synthesis
from readings.territory.gaps import Gaps, gaps_by_actor, of_latest
from wording import reading

SOURCES = "les indicateurs régionaux et les enquêtes publiées du classeur"


@dataclass(frozen=True)
class Felt:
    """What one actor is published to feel: a sentence, its table, and the lines to draw (maybe none).

    Made of `gaps` when they are asked; `span`, `dates`: when what is measured was.
    """

    actor_code: str
    label: str
    gaps: Sequence[Row] = field(repr=False)
    domains: Mapping[str, str] = field(repr=False)
    span: str
    dates: Mapping[str, str] = field(repr=False)

    @cached_property
    def sentence(self) -> str:
        """Say how many domains are published, and the signs of their gaps."""
        return felt_words.felt_sentence(self.gaps, self.label, len(self.domains), self.span)

    @cached_property
    def table(self) -> pd.DataFrame:
        """Return one row a figure, one kind of thing a column."""
        return felt_words.felt_table(self.gaps, self.domains, self.dates)

    @property
    def sheet(self) -> pd.DataFrame:
        """Return the same rows in the three columns of a sheet of paper."""
        return felt_words.sheet_table(self.gaps, self.domains, self.dates)

    @cached_property
    def lines(self) -> pd.DataFrame:
        """Return one row a domain with both ranks."""
        return felt_lines.felt_lines(self.gaps, self.domains)


@dataclass(frozen=True)
class Similar:
    """The regions nearest to this one on one basis: the offer to compare them, the sentence, their codes."""

    basis: Basis
    offer: str
    sentence: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The five parts of the report. Tables are frames of words, their columns the headings in French.

    `spine_rows`: the figures behind the spine chart (see `indicators.positions`), worded; `gaps`: those
    behind what is felt, by actor (see `readings.territory.gaps`). What a page folds is made when it is asked.
    """

    region: str
    name: str
    finding: str
    overall: str
    card: pd.DataFrame
    identity_title: str
    spine_title: str
    spine_rows: pd.DataFrame
    felt_title: str
    felt: tuple[Felt, ...]
    gaps: Gaps
    silent: str
    alliance_title: str
    results: Results = field(repr=False)
    method: Method
    sources: str = SOURCES

    @cached_property
    def doubted(self) -> str:
        """Say which doubt decides the overall rank, `""` without one.

        The doubts of our starting method are kept; those of another one are for who asks (`Réglages`).
        """
        if self.method != REFERENCE:
            return ""
        every = self.results.doubts(self.method)
        told = doubts.said(every[every["code"] == WHOLE], self._words.names, self.region)
        return f"{told}." if told else ""

    @cached_property
    def identity_sentences(self) -> tuple[str, ...]:
        """Say what the identity card holds."""
        return tuple(identity_words.identity_sentences(self.card))

    @cached_property
    def identity(self) -> pd.DataFrame:
        """Return the identity card."""
        return identity_words.identity_table(self.card)

    @cached_property
    def spine(self) -> pd.DataFrame:
        """Return the sixteen lines."""
        return line_words.spine_table(self.spine_rows)

    @cached_property
    def spine_reading(self) -> tuple[str, ...]:
        """Say how the lines are read."""
        france = bool(self.spine_rows["at_france"].notna().any())
        return reading.spine(self.results.errors(self.method), france=france)

    @cached_property
    def alliances(self) -> pd.DataFrame:
        """Return what is published of the alliances of the region."""
        own = of_territory(self.results.alliance_figures(), self.region)
        return alliance_words.alliance_table(own, self._words)

    @property
    def country(self) -> pd.DataFrame:
        """Return the same of France."""
        return alliance_words.country_table(self.results)

    @cached_property
    def strengths(self) -> pd.DataFrame:
        """Return the most and the least fragile domains."""
        return synthesis.strength_table(
            self.results.strengths(self.region, self.method),
            self._words.domains,
            _reach(self.results, self.region, self.method),
        )

    @cached_property
    def spots(self) -> tuple[str, ...]:
        """Say the blind spots and the worries of the region."""
        return _spots(self.results, self.region, self.method, self.gaps)

    @cached_property
    def similar(self) -> tuple[Similar, ...]:
        """Return the regions nearest to this one, on each basis."""
        return _similar(self.results, self.region, self._words)

    def similar_by(self, basis: Basis) -> Similar:
        """Return the regions nearest to this one on a basis."""
        return next(near for near in self.similar if near.basis == basis)

    @cached_property
    def initiatives(self) -> pd.DataFrame:
        """Return the initiatives placed in the region."""
        return synthesis.initiative_table(self.results.initiatives(), self.region)

    @cached_property
    def unpublished(self) -> tuple[str, ...]:
        """Say what is not published for the region."""
        felt = {self._words.actors[actor]: count for actor, count in _published(self.gaps).items()}
        return tuple(synthesis.unpublished(self.card, self.spine_rows, felt, len(self._words.domains)))

    @property
    def title(self) -> str:
        """Return the finding with the name of the region: « Hauts-de-France : … »."""
        return f"{self.name}\u202f: {self.finding}"

    @property
    def _words(self) -> Vocabulary:
        return self.results.vocabulary()


def report(results: Results, region: str, method: Method = REFERENCE) -> Report:
    """Return the report of a region (INSEE code) under a method; raises `MethodError`."""
    names = results.vocabulary()
    card = identity.identity(results.store, region)
    rows = line_words.worded(_lines(results, region, method), _reach(results, region, method))
    rows["turned"] = rows["domain_code"].isin(results.turned(method))
    gaps = gaps_by_actor(results, region, method)
    span, dates = measured_dates.span(results), measured_dates.by_domain(results)
    own = of_territory(results.alliance_figures(), region)
    return Report(
        region=region,
        name=names.regions[region],
        finding=line_words.finding(results.strengths(region, method), names.domains, results.measured_by()),
        overall=line_words.overall(
            results.rank_intervals(method), region, reach.reached_of(results, method, WHOLE)
        ),
        card=card,
        identity_title=identity_words.identity_finding(card, names.regions[region]),
        spine_title=f"Fragilités mesurées\u202f: {line_words.spine_finding(rows)}",
        spine_rows=rows,
        felt_title=felt_words.felt_title(
            {names.actors_the[actor]: count for actor, count in _published(gaps).items()}, len(names.domains)
        ),
        felt=tuple(
            Felt(actor, names.actors[actor], found, names.domains, span, dates)
            for actor, found in gaps.items()
            if found
        ),
        gaps=gaps,
        silent=felt_words.silent_sentence(
            [names.actors_the[actor] for actor, found in gaps.items() if not found],
            together(results.apart_rows(), region, names.domains),
        ),
        alliance_title=alliance_words.alliance_finding(len(own), len(alliance_words.country_table(results))),
        results=results,
        method=method,
    )


def _published(gaps: Gaps) -> dict[str, int]:
    """Count the domains that each actor is published to feel."""
    return {actor: len({gap["domain_code"] for gap in found}) for actor, found in gaps.items()}


def _of(frame: pd.DataFrame, region: str) -> pd.DataFrame:
    return frame[frame["region_code"] == region].reset_index(drop=True)


def _lines(results: Results, region: str, method: Method) -> pd.DataFrame:
    return results.once(("positions", method), lambda: _positions(results, method)).lines(region)


def _positions(results: Results, method: Method) -> Positions:
    scored = set(results.scored_indicators()["indicator_code"])
    ranks, scores = results.rank_intervals(method), results.index_scores(method)
    return Positions(results.every_value(method), scored, ranks, scores, results.domains())


def _reach(results: Results, region: str, method: Method) -> dict[str, str]:
    """Return what the absent values could make of the rank of the region, by domain."""
    reached = reach.reached_of(results, method, "domaine")
    return {domain: said for (code, domain), said in reached.items() if code == region}


def _spots(results: Results, region: str, method: Method, gaps: Gaps) -> tuple[str, ...]:
    names = results.vocabulary()
    crossed = {actor: results.crossed(actor, method=method) for actor in gaps}
    spots = {actor: of_latest(_of(found.spots, region), gaps[actor]) for actor, found in crossed.items()}
    unnamed = {actor: of_latest(_of(found.unnamed, region), gaps[actor]) for actor, found in crossed.items()}
    return (
        *synthesis.spot_sentences(spots, names.domains, names.actors_the),
        *synthesis.unnamed_sentences(unnamed, names.domains, names.actors_the),
    )


def _similar(results: Results, region: str, names: Vocabulary) -> tuple[Similar, ...]:
    found = {basis: results.similar(region, basis) for basis in Basis}
    return tuple(
        Similar(
            basis,
            synthesis.OFFERS[basis],
            synthesis.similar_sentence(rows, names.regions, basis),
            tuple(rows["region_code"]),
        )
        for basis, rows in found.items()
    )
