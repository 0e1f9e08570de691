"""The four corners of the page of the gaps, and its lists of blind spots and worries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.drawing import Drawing
from charts.look import Look
from charts.quadrant import quadrant
from exports.figures import gaps_corners as figures
from indicators.felt import of_regions
from indicators.quadrants import Quadrant
from pages.explored import Explored, explored
from pages.facade import choices, gaps, off_screen
from pages.facade.edition import Edition, per_edition, results
from pages.facade.gaps import Survey
from readings.gaps import corner_rows, corner_words, picture, spot_rows
from readings.gaps.corners import AMONG_DOMAINS, AMONG_REGIONS, Point, among_domains, among_regions
from wording.perimeter import perimeters

EXPLAINED, STRENGTH = corner_words.EXPLAINED, corner_words.STRENGTH
# A phone writes longer names in two lines.
_LOWEST, _LOWEST_NARROW, _PICTURE, _AT_ONCE = 440, 520, 620, 8


@dataclass(frozen=True)
class Corners:
    """The second figure: what it finds, its drawing (None: `empty` says why and what to do), its table."""

    title: str
    notes: tuple[str, ...]
    drawing: Drawing | None
    table: Explored | None
    empty: tuple[str, str] = ("", "")
    points: tuple[Point, ...] = ()
    perimeters: tuple[str, ...] = ()
    among: str = AMONG_DOMAINS


@dataclass(frozen=True)
class Spots:
    """One list, strongest first: its heading, the rows shown at once and the others."""

    title: str
    first: Explored | None
    rest: Explored | None
    rest_title: str


def numbers_of(survey: Survey, found: picture.Picture, shown: Corners) -> pd.DataFrame:
    """Return both ranks and the solidity of every point."""
    intervals = results().rank_intervals(survey.method)
    sides = figures.Sides(gaps.every_cell(survey), found, intervals, _felt(survey, found))
    return figures.corners(shown.points, shown.among, sides, survey.actor, off_screen.words())


def picture_of(shown: Corners, look: Look) -> dict[str, Any]:
    """Return the corners as they are drawn in a picture."""
    return _drawing(shown.points, shown.among, look.of_height(_PICTURE))


@per_edition(max_entries=128)
def _points(edition: Edition, survey: Survey, among: str) -> tuple[Point, ...]:
    """Every point of a comparison, whatever region or domain is chosen."""
    found = gaps.shown(survey)
    if found is None:
        return ()
    every, known = gaps.every_cell(survey), gaps.vocabulary()
    placed = picture.of_picture(choices.crossed(*survey).quadrants, found)
    if among == AMONG_DOMAINS:
        return among_domains(every, placed, len(known.domains))
    felt, intervals = _felt(survey, found), edition.results.rank_intervals(survey.method)
    return tuple(
        point for domain in known.domains for point in among_regions(every, placed, felt, intervals, domain)
    )


def _felt(survey: Survey, found: picture.Picture) -> pd.DataFrame:
    felt = of_regions(choices.everyone(survey.wave))
    return picture.of_picture(felt[felt["actor_code"] == survey.actor], found)


@per_edition(max_entries=256)
def corners(_edition: Edition, survey: Survey, among: str, domain: str, look: Look) -> Corners:
    """Return the corners of one region's domains, or of one domain's regions."""
    known, of_the_regions = gaps.vocabulary(), among == AMONG_REGIONS
    region = "" if of_the_regions else look.region
    every = _points(survey, among)
    points = [
        point
        for point in every
        if (point.domain_code == domain if of_the_regions else region in ("", point.region_code))
    ]
    where = (
        known.domains[domain]
        if of_the_regions
        else known.names[region].name_in
        if region
        else f"dans les {len(known.regions)} régions"
    )
    if not points:
        codes = dict.fromkeys(point.region_code for point in every)
        elsewhere = [known.names[code].name_in for code in codes]
        why = corner_words.nothing(among, where, gaps.felt_by(survey.actor), elsewhere)
        return Corners(corner_words.title(points, where), (), None, None, why)
    title = corner_words.title(points, where)
    one = of_the_regions or bool(region)
    table = (
        corner_words.table(points, known, of_regions=of_the_regions)
        if one
        else corner_words.table_of_all(points, known)
    )
    told = (
        corner_words.said(points, known, of_regions=of_the_regions)
        if one
        else corner_words.said_of_all(points, known)
    )
    return Corners(
        title,
        corner_words.notes(points, one=one),
        Drawing(_drawing(points, among, look), f"{title}. Quatre places\u202f: {told}."),
        explored(table, chosen=choices.region_name(look.region) if of_the_regions else ""),
        points=tuple(points),
        perimeters=_perimeters(survey, points),
        among=among,
    )


def _perimeters(survey: Survey, points: Sequence[Point]) -> tuple[str, ...]:
    shown = {(point.region_code, point.domain_code) for point in points}
    cells = gaps.every_cell(survey)
    return perimeters(cell.perimeter for cell in cells if (cell.region_code, cell.domain_code) in shown)


def _drawing(points: Sequence[Point], among: str, look: Look) -> dict[str, Any]:
    known, of_the_regions = gaps.vocabulary(), among == AMONG_REGIONS
    rows = (
        corner_rows.of_one(points, known, of_regions=of_the_regions, chosen=look.region, short=look.narrow)
        if of_the_regions or look.region
        else corner_rows.of_all(points, known)
    )
    felt, measured = (max(ends) for ends in zip(*(point.out_of for point in points), strict=True))
    tall = look.of_height(max(_LOWEST_NARROW if look.narrow else _LOWEST, look.size[1]))
    words = corner_words.written(points, short=look.narrow)
    return quadrant(rows, tall, corners=words, spans=(felt, measured))


@per_edition(max_entries=256)
def spots(_edition: Edition, survey: Survey, among: str, region: str) -> tuple[Spots, ...]:
    """Return the blind spots, then the worries, of a region or of all."""
    known = gaps.vocabulary()
    points = [point for point in _points(survey, among) if region in ("", point.region_code)]
    cells = [cell for cell in gaps.every_cell(survey) if region in ("", cell.region_code)]
    lists = [
        (corner, spot_rows.of_points(spot_rows.ranked(points, corner), known))
        for corner in (Quadrant.BLIND_SPOT, Quadrant.WORRY)
    ]
    proved = spot_rows.of_proved(cells, known)
    return (
        _listed(corner_words.counted_as(lists[0][0], len(lists[0][1])), lists[0][1], region),
        *([_listed(corner_words.proved(len(proved)), proved, region)] if len(proved) else []),
        _listed(corner_words.counted_as(lists[1][0], len(lists[1][1])), lists[1][1], region),
    )


def _listed(title: str, rows: pd.DataFrame, region: str) -> Spots:
    first, rest = rows.iloc[:_AT_ONCE], rows.iloc[_AT_ONCE:]
    return Spots(title, _explored(first, region), _explored(rest, region), f"Les {len(rest)} suivants")


def _explored(rows: pd.DataFrame, region: str) -> Explored | None:
    if rows.empty:
        return None
    return explored(rows, filters=("Domaine", "Région"), chosen=choices.region_name(region))
