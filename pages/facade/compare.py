"""« Comparer »: which regions are compared or could be at one click, and everything shown of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd
import pyarrow as pa

from charts import dots
from charts.drawing import Drawing
from charts.look import Look
from charts.together import above
from exports.figures import compare as figures
from indicators.method import Method
from indicators.separation import separation
from indicators.similarity import Basis
from indicators.vocabulary import RegionNames
from pages.explored import Explored, explored
from pages.facade import choices, compare_drawings, off_screen
from pages.facade.compare_pairs import settled
from pages.facade.edition import Edition, per_edition, results
from readings.compare import chosen, felt_rows, lines, points, ranks, spreads, suggested, tables, words
from readings.compare.title_here import Pair, title_here
from readings.territory.gaps import gaps_by_actor
from wording.lists import alphabetical, join

NAME, MOST = "regions", chosen.MOST
Offer = suggested.Offer
Compared = chosen.Compared
# As wide as a picture, where the maps and their scale end at the same place.
_PICTURE = 1200


@dataclass(frozen=True)
class Shown:
    """A figure under its heading, and the table of the same numbers; both are made once they are open."""

    title: str
    draw: Callable[[], Drawing]
    tell: Callable[[], Explored]

    @cached_property
    def drawing(self) -> Drawing:
        """The figure, ready to be sent."""
        return self.draw()

    @cached_property
    def table(self) -> Explored:
        """The same numbers, ready to be sent."""
        return self.tell()


@dataclass(frozen=True)
class Felt:
    """What is felt in the compared regions: a heading, and a table made once it is open; `published`: any."""

    heading: str
    published: bool
    tell: Callable[[], Explored]

    @cached_property
    def table(self) -> Explored:
        """What is felt and its gap, ready to be sent."""
        return self.tell()


@dataclass(frozen=True)
class Comparison:
    """The dots, the ranks and the maps of the compared regions, with the words around them.

    `chosen`: how the indicators of the table were, `""` when all of them are there. `rule`: when a region is
    said to be more fragile than another; `pairs`: of more than two, each pair.
    """

    chosen: str
    sentences: tuple[str, ...]
    legend: Drawing
    dots: Shown
    ranks: Shown
    placed: str
    rule: str
    pairs: pa.Table | None
    maps: Drawing
    scale: Drawing


def short_names() -> Mapping[str, str]:
    """Return the short name of every region by code, in alphabetical order."""
    return alphabetical(results().vocabulary().short_regions)


def label(codes: Sequence[str]) -> str:
    """Say how many regions can be chosen, and what to do when there is no room left."""
    named = choices.parameters()[NAME].label
    if len(codes) < chosen.MOST:
        return f"{named} (deux à cinq)"
    return f"{named} (cinq au plus\u202f: retirez-en une pour en changer)"


def picked(shown: chosen.Compared, now: Sequence[str]) -> str:
    """Return the text of the address once the reader has changed the list."""
    return ",".join(chosen.picked(shown, now))


def compared(codes: Sequence[str], region: str, basis: Basis = Basis.PROFILE) -> chosen.Compared:
    """Return what to compare: the regions picked, or one and the most similar; none when none is chosen."""
    return chosen.compared(codes, region, partial(_nearest, basis))


def named(codes: Sequence[str]) -> str:
    """Name the compared regions in one sentence."""
    return join(_names()[code].name for code in codes)


def completed(shown: chosen.Compared, basis: Basis = Basis.PROFILE) -> str:
    """Say why a region nobody picked is compared, `""` when all were picked."""
    return words.completed(shown.completed, shown.codes[0], _names(), basis) if shown.completed else ""


def left_out(codes: Sequence[str], region: str) -> str:
    """Return the words of a button that adds the chosen region, `""` when there is none to add."""
    return f"Comparer aussi {_names()[region].name_the}" if region and region not in codes else ""


def neighbours(anchor: str) -> list[suggested.Offer]:
    """Return a region with those most like it, on each basis."""
    near = {basis: results().similar(anchor, basis) for basis in Basis}
    return suggested.neighbours(anchor, near, _names())


def numbers_of_dots(codes: tuple[str, ...], method: Method) -> pd.DataFrame:
    """Return the published values of the compared regions, and the scores of all of them."""
    unit = figures.score_unit(method)
    values, scores = results().every_value(method), results().index_scores(method)
    return figures.values_and_scores(values, scores, unit, codes, off_screen.words())


def numbers_of_ranks(codes: tuple[str, ...], method: Method) -> pd.DataFrame:
    """Return the overall ranks of all regions, every rank of the compared ones, then these two by two."""
    return figures.overall_ranks(_ranks(method), results().dominance(method), codes, off_screen.words())


def numbers_of_maps(method: Method) -> pd.DataFrame:
    """Return the rank of every region in every domain."""
    return figures.domain_ranks(_ranks(method), off_screen.words())


def picture_of_dots(codes: tuple[str, ...], method: Method, look: Look) -> dict[str, Any]:
    """Return the dots and what their marks mean, for a picture."""
    drawn = comparison(codes, method, look, look.width(_PICTURE))
    return above(drawn.legend.specification, drawn.dots.drawing.specification)


def picture_of_ranks(codes: tuple[str, ...], method: Method, look: Look) -> dict[str, Any]:
    """Return the overall ranks, for a picture."""
    return comparison(codes, method, look, look.width(_PICTURE)).ranks.drawing.specification


def picture_of_maps(codes: tuple[str, ...], method: Method, look: Look) -> dict[str, Any]:
    """Return the maps and what their colours mean, for a picture."""
    drawn = comparison(codes, method, look, look.width(_PICTURE))
    return above(drawn.scale.specification, drawn.maps.specification)


def _nearest(basis: Basis, region: str) -> str:
    near = results().similar(region, basis, 1)["region_code"]
    return "" if near.empty else str(near.iloc[0])


def _names() -> RegionNames:
    return results().vocabulary().names


@per_edition(max_entries=16)
def pairs(edition: Edition, method: Method) -> list[suggested.Offer]:
    """Return pairs to begin with when nothing is chosen."""
    near = [
        edition.results.similar(str(region), basis, 1).assign(other_code=str(region))
        for basis in Basis
        for region in edition.results.regions()["region_code"]
    ]
    scores = edition.results.index_scores(method)
    return suggested.pairs(
        scores[scores["level"] == "ensemble"], pd.concat(near, ignore_index=True), _names()
    )


@per_edition(max_entries=64)
def _ranks(edition: Edition, method: Method) -> pd.DataFrame:
    return ranks.ranks(edition.results.rank_intervals(method), edition.results.vocabulary().levels)


def _against(region: str, codes: Sequence[str], method: Method) -> dict[str, Pair]:
    """Set a region against each of the others: how far apart they are, and the values of both."""
    scores, domains, known = results().index_scores(method), results().domains(), results().vocabulary()
    return {
        other: (
            spreads.spreads(scores, domains, (region, other)),
            lines.lines(_alone(method), (region, other), known),
        )
        for other in codes
        if other != region
    }


@per_edition(max_entries=16)
def _alone(edition: Edition, method: Method) -> pd.DataFrame:
    return lines.alone(edition.results.every_value(method))


@per_edition(max_entries=1)
def _unmeasured(edition: Edition) -> list[str]:
    return lines.unmeasured(edition.results.every_value())


@per_edition(max_entries=64)
def felt(edition: Edition, codes: tuple[str, ...], method: Method, look: Look) -> Felt:
    """Return what is felt in each region with its gap."""
    known = edition.results.vocabulary()
    rows = felt_rows.felt_rows((gaps_by_actor(edition.results, code, method) for code in codes), known)
    mine = known.names[look.region].short_name if look.region else ""
    return Felt(
        felt_rows.heading(rows, codes, known),
        not rows.empty,
        lambda: explored(
            felt_rows.table(rows, codes, known), filters=("Domaine", "Acteur", "Enquête"), chosen=mine
        ),
    )


@per_edition(max_entries=256)
def comparison(edition: Edition, codes: tuple[str, ...], method: Method, look: Look, room: int) -> Comparison:
    """Return everything drawn of these regions; `room`: width of the page, in pixels."""
    known, domains, wide = _names(), edition.results.domains(), compare_drawings.wide(room)
    values, ranked = edition.results.every_value(method), _ranks(method)
    scores = edition.results.index_scores(method)
    apart = spreads.spreads(scores, domains, codes)
    words_of = partial(lines.lines, codes=codes, known=edition.results.vocabulary())
    figures = words_of(_alone(method))
    rows = points.points(scores, ranked, figures, domains, codes, known)
    if look.region in codes:
        title = title_here(look.region, _against(look.region, codes, method), known)
    else:
        title = words.title(apart, figures, codes, known)
    mine = known[look.region].short_name if look.region else ""
    marks = dots.marks(codes, [known[code].short_name for code in codes], look.region)
    told = settled(edition, codes, method, look)
    tabled, chosen = lines.telling(values, separation(values, codes))
    return Comparison(
        chosen=chosen,
        sentences=(*told.tally, *words.sentences(apart, _unmeasured(), known)),
        legend=compare_drawings.marks_legend(marks, look, room),
        dots=Shown(
            title,
            partial(compare_drawings.marks_and_domains, rows, marks, method, title, look),
            lambda: explored(tables.values_table(words_of(tabled), codes, known, wide=wide), chosen=mine),
        ),
        ranks=Shown(
            told.title,
            partial(compare_drawings.overall, ranked, codes, known, look),
            lambda: explored(tables.ranks_table(ranked, codes, told.by_level, known, wide=wide), chosen=mine),
        ),
        rule=told.rule,
        pairs=told.table,
        placed=ranks.overall(ranked, codes, known),
        maps=compare_drawings.maps(rows, codes, look, room),
        scale=compare_drawings.maps_legend(rows, look),
    )
