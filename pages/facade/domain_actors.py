"""« Par domaine », what is felt: each actor’s figures, and the gaps with what is measured."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from charts import domain_felt, domain_gaps
from charts.drawing import Drawing
from charts.look import Look
from exports.figures import domain as numbers
from indicators import gap_signs, unnamed
from indicators.gap_signs import Sign
from indicators.method import Method
from loaders.store import FRANCE
from pages.explored import Explored, explored
from pages.facade import choices
from pages.facade.edition import Edition, per_edition, results
from readings.domain import gap_rows, told, words_felt, words_gaps
from readings.phrases import measured_dates, reach
from wording.lists import join, joined
from wording.perimeter import perimeters
from wording.source_notes import documents

NOTES = words_gaps.NOTES


@dataclass(frozen=True)
class Lines:
    """The figures of one kind: what they are, the territories of their surveys; drawn when it is asked."""

    kind: str
    subject: str
    perimeters: tuple[str, ...]
    rows: pd.DataFrame = field(repr=False)
    look: Look

    @cached_property
    def drawing(self) -> Drawing:
        """Return these figures, drawn."""
        spec = domain_felt.felt_lines(self.rows, self.look, kind=self.kind)
        return Drawing(spec, words_felt.felt_alternative(self.rows, self.kind))


@dataclass(frozen=True)
class Felt:
    """What the actors say: the finding, one drawing a kind, the sources.

    The table is made when it is asked.
    """

    title: str
    lines: tuple[Lines, ...]
    sources: tuple[str, ...]
    rows: pd.DataFrame = field(repr=False)
    silent: pd.DataFrame = field(repr=False)
    region: str

    @cached_property
    def table(self) -> Explored:
        """Return each actor and survey in words, ready to be sent."""
        return explored(words_felt.felt_table(self.rows, self.silent, self.region))


@dataclass(frozen=True)
class Gap:
    """The gaps of one actor: finding, drawing (None when nothing can be compared), four corners.

    The table is made when it is asked.
    """

    title: str
    drawing: Drawing | None
    perimeters: tuple[str, ...]
    corners: list[str]
    sources: tuple[str, ...]
    dates: str
    chance: list[str]
    own: list[str]
    rows: pd.DataFrame = field(repr=False)
    chosen: str

    @cached_property
    def table(self) -> Explored:
        """Return the same gaps in words, ready to be sent."""
        return explored(words_gaps.gap_table(self.rows), chosen=self.chosen)


def gap_still(choice: tuple[str, str, str], method: Method, look: Look) -> dict[str, Any]:
    """Return the drawing of the gaps of one choice; raises LookupError when there is none."""
    drawn = gap_of(choice, method, look).drawing
    if drawn is None:
        raise LookupError("nothing is drawn for this choice")
    return drawn.specification


def felt_still(domain: str, wave: str, kind: str, look: Look) -> dict[str, Any]:
    """Return the drawing of one kind of figure on a domain, for a picture."""
    return next(one for one in felt_of(domain, wave, look).lines if one.kind == kind).drawing.specification


def felt_numbers(domain: str, wave: str, kind: str) -> pd.DataFrame:
    """Return the figures of one kind that are published on a domain, to take away."""
    rows = told.told(choices.everyone(wave), results().actors(), domain)
    return numbers.felt(results(), rows[rows["kind"] == kind])


def gap_numbers(choice: tuple[str, str, str], method: Method) -> pd.DataFrame:
    """Return the gaps of one choice (domain, actor, wave) with both of their sides, to take away."""
    domain, actor, wave = choice
    rows, known = _rows(domain, actor, wave, method), choices.crossed(actor, wave, method).gaps
    return numbers.gaps(results(), rows, known, domain, actor)


def measured_when(domain: str) -> str:
    """Return when a domain was measured: « Mesuré : 2019, T1. », `""` when nothing measures it."""
    when = measured_dates.by_domain(results().catalogue()).get(domain, "")
    return f"Mesuré\u202f: {when}." if when else ""


@per_edition(max_entries=128)
def felt_of(edition: Edition, domain: str, wave: str, look: Look) -> Felt:
    """Return what each actor is published to say of a domain."""
    actors, known = edition.results.actors(), edition.results.vocabulary()
    rows = told.told(choices.everyone(wave), actors, domain)
    silent = told.silent(actors, rows)
    rows = words_felt.lines(rows, known.actors, known.regions)
    return Felt(
        title=words_felt.felt_title(rows, actors),
        lines=tuple(
            _lines(rows[rows["kind"] == kind], kind, look)
            for kind in words_felt.SUBJECTS
            if (rows["kind"] == kind).any()
        ),
        sources=documents(rows["source"]),
        rows=rows,
        silent=silent,
        region=look.region,
    )


@per_edition(max_entries=256)
def felt_said(_edition: Edition, domain: str, wave: str, actor: str, look: Look) -> str | None:
    """Return what each survey of an actor publishes of a domain, in one sentence; None without any."""
    felt = felt_of(domain, wave, look)
    own = felt.rows[felt.rows["actor_code"] == actor]
    return None if own.empty else words_felt.felt_sentence(own, felt.region)


@per_edition(max_entries=128)
def gap_of(edition: Edition, choice: tuple[str, str, str], method: Method, look: Look) -> Gap:
    """Return the gaps of one choice: domain, actor, wave."""
    domain, actor, wave = choice
    rows = words_gaps.gap_words(_rows(domain, actor, wave, method))
    rows = rows.sort_values("measured", kind="stable")
    title = words_gaps.gap_title(rows, edition.results.vocabulary().actors_the[actor])
    drawing, corners = None, []
    if not (rows["verdict"] == Sign.NONE).all():
        height = look.height(len(rows))
        spec = domain_gaps.gap_lines(rows, look, chosen=look.region, height=height, mean=_mean(rows))
        corners = words_gaps.quadrant_sentences(choices.crossed(actor, wave, method).quadrants, rows, domain)
        said = f"{title}. {joined(rows['label'])}."
        drawing = Drawing(spec, said)
    return Gap(
        title,
        drawing,
        perimeters(rows["perimeter"].dropna()),
        corners,
        (*_documents(choice), *measured_dates.sources(edition.results.catalogue(), domain)),
        _dates(rows, domain),
        words_gaps.by_chance(rows),
        _centred(rows, domain, look.region),
        rows,
        choices.region_name(look.region),
    )


def _mean(rows: pd.DataFrame) -> domain_gaps.Mean | None:
    """Return the mean measured rank and what chance makes of it, where one rank is felt everywhere."""
    found = words_gaps.chance_of(rows)
    if found is None:
        return None
    observed, low, high = (found.felt + gap for gap in (found.observed, found.low, found.high))
    return domain_gaps.Mean(observed, low, high)


def _centred(rows: pd.DataFrame, domain: str, region: str) -> list[str]:
    """Say what of the gaps of a domain is common to the regions, and what is their own."""
    known = results().vocabulary()
    inside = known.names[region].name_in if region else ""
    return words_gaps.centred(rows, known.domains[domain], region, inside)


def _dates(rows: pd.DataFrame, domain: str) -> str:
    """Return both dates of the gaps: « Écart calculé : mesuré 2019, T1, ressenti PHARE 2015. »."""
    measured = measured_dates.by_domain(results().catalogue()).get(domain, "")
    waves = join(dict.fromkeys(rows["wave"].dropna()))
    return f"Écart calculé\u202f: mesuré {measured}, ressenti {waves}." if waves and measured else ""


@per_edition(max_entries=128)
def balances_of(edition: Edition, domain: str, wave: str, method: Method) -> list[str]:
    """Return one sentence an actor on the gaps of a domain."""
    actors = edition.results.actors()
    return [
        words_gaps.balance(_rows(domain, str(code), wave, method), str(label))
        for code, label in zip(actors["actor_code"], actors["label"], strict=True)
    ]


def _lines(rows: pd.DataFrame, kind: str, look: Look) -> Lines:
    return Lines(kind, words_felt.SUBJECTS[kind], perimeters(rows["perimeter"].dropna()), rows, look)


def _rows(domain: str, actor: str, wave: str, method: Method) -> pd.DataFrame:
    """Choose the gaps of an actor; one who is published by region nowhere has none, and costs nothing."""
    felt = choices.everyone(wave)
    heard = felt[(felt["actor_code"] == actor) & (felt["region_code"] != FRANCE)]
    known = choices.crossed(actor, wave, method) if len(heard) else None
    return gap_rows.gap_rows(
        results().regions(),
        known.gaps if known else pd.DataFrame(columns=gap_signs.COLUMNS),
        known.unnamed if known else pd.DataFrame(columns=unnamed.COLUMNS),
        results().rank_intervals(method),
        domain,
        reach.inside_of(results(), method),
    )


def _documents(choice: tuple[str, str, str]) -> tuple[str, ...]:
    """Return the documents behind what an actor is published to feel on a domain."""
    domain, actor, wave = choice
    felt = choices.everyone(wave)
    return documents(felt.loc[(felt["actor_code"] == actor) & (felt["domain_code"] == domain), "source"])
