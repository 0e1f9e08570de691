"""« Par domaine », what is felt: each actor’s figures, and the gaps with what is measured."""

from dataclasses import dataclass, field
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

# Domain, actor, wave.
Choice = tuple[str, str, str]


@dataclass(frozen=True)
class Lines:
    """The figures of one kind: what they are, the territories of their surveys."""

    kind: str
    subject: str
    perimeters: tuple[str, ...]
    rows: pd.DataFrame = field(repr=False)


@dataclass(frozen=True)
class Felt:
    """What the actors say: the finding, their figures by kind, the sources; `silent`: who says nothing."""

    title: str
    lines: tuple[Lines, ...]
    sources: tuple[str, ...]
    rows: pd.DataFrame = field(repr=False)
    silent: pd.DataFrame = field(repr=False)


@dataclass(frozen=True)
class Gap:
    """The gaps of one actor: finding, four corners, how it is drawn; `compared`: one can be computed."""

    title: str
    compared: bool
    perimeters: tuple[str, ...]
    corners: list[str]
    sources: tuple[str, ...]
    dates: str
    notes: list[str]
    rows: pd.DataFrame = field(repr=False)


def gap_still(choice: Choice, method: Method, look: Look) -> dict[str, Any]:
    """Return the drawing of the gaps of one choice; raises LookupError when there is none."""
    drawn = gap_drawing(choice, method, look)
    if drawn is None:
        raise LookupError("nothing is drawn for this choice")
    return drawn.specification


def felt_still(domain: str, wave: str, kind: str, look: Look) -> dict[str, Any]:
    """Return the drawing of one kind of figure on a domain, for a picture."""
    return felt_drawing(domain, wave, kind, look).specification


def felt_numbers(domain: str, wave: str, kind: str) -> pd.DataFrame:
    """Return the figures of one kind that are published on a domain, to take away."""
    rows = told.told(choices.everyone(wave), results().actors(), domain)
    return numbers.felt(results(), rows[rows["kind"] == kind])


def gap_numbers(choice: Choice, method: Method) -> pd.DataFrame:
    """Return the gaps of one choice with both of their sides, to take away."""
    domain, actor, wave = choice
    rows, known = _rows(domain, actor, wave, method), choices.crossed(actor, wave, method).gaps
    return numbers.gaps(results(), rows, known, domain, actor)


def measured_when(domain: str) -> str:
    """Return when a domain was measured: « Mesuré : 2019, T1. », `""` when nothing measures it."""
    when = measured_dates.by_domain(results()).get(domain, "")
    return f"Mesuré\u202f: {when}." if when else ""


@per_edition(max_entries=128)
def felt_of(edition: Edition, domain: str, wave: str) -> Felt:
    """Return what each actor is published to say of a domain."""
    actors, known = edition.results.actors(), edition.results.vocabulary()
    rows = told.told(choices.everyone(wave), actors, domain)
    silent = told.silent(actors, rows)
    rows = words_felt.lines(rows, known.actors, known.regions)
    return Felt(
        title=words_felt.felt_title(rows, actors),
        lines=tuple(
            Lines(kind, subject, perimeters(own["perimeter"].dropna()), own)
            for kind, subject in words_felt.SUBJECTS.items()
            if len(own := rows[rows["kind"] == kind])
        ),
        sources=documents(rows["source"]),
        rows=rows,
        silent=silent,
    )


@per_edition(max_entries=256)
def felt_drawing(_edition: Edition, domain: str, wave: str, kind: str, look: Look) -> Drawing:
    """Draw the figures of one kind on a domain, which has some."""
    rows = next(lines.rows for lines in felt_of(domain, wave).lines if lines.kind == kind)
    spec = domain_felt.felt_lines(rows, look, kind=kind)
    return Drawing(spec, words_felt.felt_alternative(rows, kind))


@per_edition(max_entries=256)
def felt_table(_edition: Edition, domain: str, wave: str, region: str) -> Explored:
    """Return each actor and survey on a domain in words, the chosen region (a code or `""`) apart."""
    felt = felt_of(domain, wave)
    return explored(words_felt.felt_table(felt.rows, felt.silent, region))


@per_edition(max_entries=256)
def felt_said(_edition: Edition, domain: str, wave: str, actor: str, region: str) -> str | None:
    """Return what each survey of an actor publishes of a domain, in one sentence; None without any."""
    rows = felt_of(domain, wave).rows
    own = rows[rows["actor_code"] == actor]
    return None if own.empty else words_felt.felt_sentence(own, region)


@per_edition(max_entries=128)
def gap_of(edition: Edition, choice: Choice, method: Method) -> Gap:
    """Return the gaps of one choice."""
    domain, actor, wave = choice
    rows = words_gaps.gap_words(_rows(domain, actor, wave, method)).sort_values("measured", kind="stable")
    compared, corners = not (rows["verdict"] == Sign.NONE).all(), []
    if compared:
        corners = words_gaps.quadrant_sentences(choices.crossed(actor, wave, method).quadrants, rows, domain)
    return Gap(
        title=words_gaps.gap_title(rows, edition.results.vocabulary().actors_the[actor]),
        compared=compared,
        perimeters=perimeters(rows["perimeter"].dropna()),
        corners=corners,
        sources=(*_documents(choice), *measured_dates.sources(edition.results, domain)),
        dates=_dates(rows, domain),
        notes=words_gaps.notes(rows),
        rows=rows,
    )


@per_edition(max_entries=128)
def gap_drawing(_edition: Edition, choice: Choice, method: Method, look: Look) -> Drawing | None:
    """Draw the gaps of one choice; None when nothing can be compared."""
    found = gap_of(choice, method)
    if not found.compared:
        return None
    rows, height = found.rows, look.height(len(found.rows))
    spec = domain_gaps.gap_lines(rows, look, chosen=look.region, height=height, mean=_mean(rows))
    return Drawing(spec, f"{found.title}. {joined(rows['label'])}.")


@per_edition(max_entries=256)
def gap_centred(edition: Edition, choice: Choice, method: Method, region: str) -> list[str]:
    """Say what of the gaps of a domain is common to the regions, and what is their own."""
    known = edition.results.vocabulary()
    inside = known.names[region].name_in if region else ""
    return words_gaps.centred(gap_of(choice, method).rows, known.domains[choice[0]], region, inside)


@per_edition(max_entries=256)
def gap_table(_edition: Edition, choice: Choice, method: Method, region: str) -> Explored:
    """Return the gaps of one choice in words, ready to be sent."""
    chosen = choices.region_name(region)
    return explored(words_gaps.gap_table(gap_of(choice, method).rows), chosen=chosen)


def _mean(rows: pd.DataFrame) -> domain_gaps.Mean | None:
    """Return the mean measured rank and what chance makes of it, where one rank is felt everywhere."""
    found = words_gaps.chance_of(rows)
    if found is None:
        return None
    observed, low, high = (found.felt + gap for gap in (found.observed, found.low, found.high))
    return domain_gaps.Mean(observed, low, high)


def _dates(rows: pd.DataFrame, domain: str) -> str:
    """Return both dates of the gaps: « Écart calculé : mesuré 2019, T1, ressenti PHARE 2015. »."""
    measured = measured_dates.by_domain(results()).get(domain, "")
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


@per_edition(max_entries=256)
def _rows(_edition: Edition, domain: str, actor: str, wave: str, method: Method) -> pd.DataFrame:
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


def _documents(choice: Choice) -> tuple[str, ...]:
    """Return the documents behind what an actor is published to feel on a domain."""
    domain, actor, wave = choice
    felt = choices.everyone(wave)
    return documents(felt.loc[(felt["actor_code"] == actor) & (felt["domain_code"] == domain), "source"])
