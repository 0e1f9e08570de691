"""The report of a region: its words and its tables, made once a region and method."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts.domain_gaps import gap_lines
from charts.look import Look
from charts.spine import spine
from indicators.alliances import figures as alliances
from indicators.alliances import initiatives as local
from indicators.alliances.topics import Names, of_territory
from indicators.portrait import alliance_words, felt_lines, felt_words, identity, line_words, lines, synthesis
from loaders.store import FRANCE, Store
from pages.facade import choices, results
from pages.facade.cache import kept
from pages.facade.current import store
from pages.tables import arrow, filled

# A specification and its text alternative.
Drawn = tuple[dict[str, Any], str]


@dataclass(frozen=True)
class Felt:
    """What one actor is published to feel: a sentence, its table, and the lines to draw (maybe none)."""

    label: str
    sentence: str
    table: pa.Table
    lines: pd.DataFrame


@dataclass(frozen=True)
class Portrait:
    """The five parts of the report, in words and tables ready to be sent."""

    title: str
    overall: str
    identity_title: str
    identity_sentences: tuple[str, ...]
    identity: pa.Table
    spine_title: str
    spine_rows: pd.DataFrame
    spine: pa.Table
    felt_title: str
    felt: tuple[Felt, ...]
    silent: str
    alliance_title: str
    alliances: pa.Table | None
    country: pa.Table
    strengths: pa.Table
    spots: tuple[str, ...]
    similar: tuple[tuple[str, str, tuple[str, ...]], ...]
    initiatives: pa.Table | None
    unpublished: tuple[str, ...]
    sources: str


def portrait_of(region: str, method: str) -> Portrait:
    """Return the report of a region."""
    return _portrait(store().key, store(), region, method)


def spine_of(region: str, method: str, look: Look) -> tuple[dict[str, Any], str]:
    """Return the spine chart of a region and its text alternative."""
    return _spine(store().key, store(), region, method, look)


def felt_drawings(region: str, method: str, look: Look) -> list[Drawn | None]:
    """Return, for each actor of the report, the chart of its gaps and its text alternative, if it has one."""
    return _felt_drawings(store().key, store(), region, method, look)


@kept(max_entries=128)
def _felt_drawings(key: str, _store: Store, region: str, method: str, look: Look) -> list[Drawn | None]:
    made = _portrait(key, _store, region, method)
    return [_felt_drawing(actor, look) for actor in made.felt]


def _felt_drawing(actor: Felt, look: Look) -> Drawn | None:
    if actor.lines.empty:
        return None
    size = 13 if look.narrow else max(14, min(20, look.size[1] // 26))
    height = round(1.8 * size * (len(actor.lines) + 1))
    drawing = gap_lines(actor.lines, chosen="", height=height, size=size, page=look.page, narrow=look.narrow)
    listed = "\u202f; ".join(actor.lines["label"])
    return drawing, f"{actor.sentence} {listed}."


@kept(max_entries=128)
def _spine(key: str, _store: Store, region: str, method: str, look: Look) -> tuple[dict[str, Any], str]:
    made = _portrait(key, _store, region, method)
    size = 13 if look.narrow else max(14, min(20, look.size[1] // 26))
    drawn = spine(made.spine_rows, page=look.page, size=size, narrow=look.narrow)
    return drawn, line_words.spine_alternative(made.spine_rows, made.spine_title)


@kept(max_entries=128)
def _portrait(key: str, _store: Store, region: str, method: str) -> Portrait:
    names = _names()
    ranks, strengths = results.rank_intervals(method), results.strengths(region, method)
    card = identity.identity(_store, region)
    rows = line_words.worded(lines.lines(_values(), ranks, results.domains(), region))
    gaps = {actor: results.chosen_of(results.gaps(actor, method=method), region_code=region)
            for actor in names.actors}  # fmt: skip
    figures = alliances.alliance_figures(_store)
    own = of_territory(figures, region)
    return Portrait(
        title=line_words.title(names.regions[region], strengths, dict(names.domains)),
        overall=line_words.overall(ranks, region),
        identity_title=identity.identity_finding(card, names.regions[region]),
        identity_sentences=tuple(identity.identity_sentences(card)),
        identity=arrow(identity.identity_table(card)),
        spine_title=line_words.spine_finding(rows),
        spine_rows=rows,
        spine=arrow(line_words.spine_table(rows)),
        felt_title=_felt_title(gaps),
        felt=tuple(
            _felt(rows_of, names.actors[actor], names) for actor, rows_of in gaps.items() if len(rows_of)
        ),
        silent=felt_words.silent_sentence(
            [names.actors[actor] for actor, found in gaps.items() if found.empty]
        ),
        alliance_title=alliance_words.alliance_finding(len(own)),
        alliances=filled(alliance_words.alliance_table(own, names)),
        country=arrow(alliance_words.alliance_table(of_territory(figures, FRANCE), names)),
        strengths=arrow(synthesis.strength_table(strengths, ranks, names.domains)),
        spots=_spots(region, method, names),
        similar=_similar(region, names),
        initiatives=filled(synthesis.initiative_table(local.initiatives(_store), region)),
        unpublished=tuple(_unpublished(card, rows, gaps, names)),
        sources="les indicateurs régionaux et les enquêtes publiées du classeur",
    )


def _values() -> pd.DataFrame:
    codes = results.domains()["domain_code"]
    return pd.concat([results.region_values(code).assign(domain_code=code) for code in codes])


def _names() -> Names:
    return Names(
        actors=choices.words(results.actors(), "actor_code", "label"),
        domains=choices.words(results.domains(), "domain_code", "short_label"),
        regions=choices.words(results.regions(), "region_code", "name"),
    )


def _felt(gaps: pd.DataFrame, label: str, names: Names) -> Felt:
    sentence = felt_words.felt_sentence(gaps, label, len(names.domains))
    return Felt(
        label,
        sentence,
        arrow(felt_words.felt_table(gaps, names.domains)),
        felt_lines.felt_lines(gaps, names.domains),
    )


def _felt_title(gaps: dict[str, pd.DataFrame]) -> str:
    return felt_words.felt_title([actor for actor, rows in gaps.items() if len(rows)], results.actors())


def _spots(region: str, method: str, names: Names) -> tuple[str, ...]:
    the = choices.words(results.actors(), "actor_code", "label_the")
    spots, unnamed = (
        {actor: results.chosen_of(found(actor, method=method), region_code=region) for actor in names.actors}
        for found in (results.spots, results.unnamed_gaps)
    )
    return (
        *synthesis.spot_sentences(spots, names.domains, the),
        *synthesis.unnamed_sentences(unnamed, names.domains, the),
    )


def _similar(region: str, names: Names) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    found = {basis: results.similar(region, basis) for basis in synthesis.BASES}
    return tuple(
        (
            synthesis.OFFERS[basis],
            synthesis.similar_sentence(rows, names.regions, basis),
            tuple(rows["region_code"]),
        )
        for basis, rows in found.items()
    )


def _unpublished(
    card: pd.DataFrame, rows: pd.DataFrame, gaps: dict[str, pd.DataFrame], names: Names
) -> list[str]:
    felt = {names.actors[actor]: found["domain_code"].nunique() for actor, found in gaps.items()}
    return synthesis.unpublished(card, rows, felt, len(names.domains))


def region_codes() -> tuple[str, ...]:
    """Return the regions in the order of the observatory."""
    return tuple(results.regions()["region_code"])
