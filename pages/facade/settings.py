"""What the reader's settings change: ranks before and after, each choice alone, the parts of a score."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.drawing import Drawing
from charts.look import Look
from charts.settings_bars import signed_bars
from charts.settings_moves import moves
from exports.figures import compare as comparison
from exports.figures import settings as figures
from indicators.alternatives import alternatives, ranked
from indicators.method import Method
from indicators.ten_steps import choices as ten_steps
from pages.explored import Explored, explored
from pages.facade import choices, methods, off_screen
from pages.facade.edition import Edition, per_edition, results
from readings.settings import moves as settings_moves
from readings.settings import moves_drawn, profile, tables
from readings.settings import parts as settings_parts
from readings.settings.alternatives import summary
from wording import reading
from wording.lists import joined
from wording.typography import uncapital

WHOLE = settings_moves.OVERALL


@dataclass(frozen=True)
class Shown:
    """A finding, what follows it in words, a drawing (None: nothing to draw) and its table."""

    title: str
    sentences: tuple[str, ...]
    drawing: Drawing | None
    table: Explored | None


def interval(method: Method) -> str:
    """Say what the intervals of the ranks hold."""
    return reading.varied(results().errors(method))


def numbers_of_effect(method: Method, axis: str) -> pd.DataFrame:
    """Return the ranks of both methods with their intervals."""
    rows = _moves(method, axis)
    return figures.moves(rows, axis or WHOLE, off_screen.words(), changed=method != methods.REFERENCE)


def picture_of_effect(method: Method, axis: str, look: Look) -> dict[str, Any]:
    """Return the ranks as they are drawn in a picture."""
    return _moved(_moves(method, axis), look)


def numbers_of_parts(method: Method, axis: str, region: str) -> pd.DataFrame:
    """Return what a region's score is made of; no row when it has no score."""
    found, chosen = _parts(method, axis, region), method
    if found is None:
        return pd.DataFrame()
    return figures.parts(found, region, chosen, comparison.score_unit(chosen), off_screen.words())


def picture_of_parts(method: Method, axis: str, region: str, look: Look) -> dict[str, Any]:
    """Return the parts as they are drawn in a picture."""
    drawing = score_parts(method, axis, region, look).drawing
    return drawing.specification if drawing else {}


def most_fragile(method: Method, axis: str) -> str:
    """Return the code of the region ranked first (the first by name when several are), `""` for none."""
    ranks = results().rank_intervals(method)
    ranked = settings_moves.rank_moves(ranks, ranks, results().regions(), axis or WHOLE)
    first = ranked[ranked["rank"] == 1]
    return "" if first.empty else str(first["region_code"].iloc[0])


@per_edition(max_entries=256)
def effect(edition: Edition, method: Method, axis: str, look: Look) -> Shown:
    """Return the ranks of the method against those of our starting one; `axis`: `""` for the whole."""
    changed = method != methods.REFERENCE
    rows = _moves(method, axis)
    title = every = settings_moves.finding(rows, changed=changed, axis=_label(axis))
    if rows["rank"].isna().all():
        return Shown(title, (), None, None)
    said = (f"{methods.described(method)}.", settings_moves.weighed(rows)) if changed else ()
    if look.region:
        among = _domains(axis)
        half = profile.half(edition.results.index_scores(method), look.region, among)
        title = settings_moves.here(rows, look.region, half, changed=changed, axis=_label(axis))
        said = (f"{every}.", *said)
    return Shown(
        title,
        said,
        Drawing(_moved(rows, look), moves_drawn.alternative(title, rows, changed=changed)),
        explored(tables.moves_table(rows, changed=changed), chosen=choices.region_name(look.region)),
    )


def _label(axis: str) -> str:
    return choices.label("classement", axis) if axis else ""


def _domains(axis: str) -> list[str]:
    """Return the domains that are ranked together: those of an axis, or all of them."""
    listed = results().domains()
    return list(listed["domain_code"] if not axis else listed.loc[listed["axis_code"] == axis, "domain_code"])


def _moves(method: Method, axis: str) -> pd.DataFrame:
    before, after = results().rank_intervals(methods.REFERENCE), results().rank_intervals(method)
    return settings_moves.rank_moves(before, after, results().regions(), axis or WHOLE)


def _moved(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    return moves(moves_drawn.drawn(rows, narrow=look.narrow), look)


def _parts(method: Method, axis: str, region: str) -> settings_parts.Parts | None:
    contributions = results().contributions(region, method)
    return settings_parts.parts(contributions, results(), method, axis or WHOLE)


@per_edition(max_entries=32)
def choices_alone(edition: Edition, axis: str, region: str) -> Shown:
    """Return what each choice changes, taken alone; the chosen region (a code or `""`) in bold."""
    reference = edition.results.rank_intervals(methods.REFERENCE)
    others = (
        (methods.described(method), ranked(edition.store, method))
        for _, method in ten_steps.alone(edition.store)
    )
    frame = alternatives(reference, others, axis or WHOLE)
    told = tables.alternatives_table(frame, edition.results.vocabulary().regions)
    table = explored(told, chosen=choices.region_name(region))
    return Shown(summary(frame), (), None, table)


@per_edition(max_entries=256)
def score_parts(_edition: Edition, method: Method, axis: str, region: str, look: Look) -> Shown:
    """Return the parts of a region's score."""
    found = _parts(method, axis, region)
    name = choices.label("region", region)
    if axis:
        name = f"{name}, {uncapital(_label(axis))}"
    if found is None:
        return Shown(f"{name}\u202f: pas de score avec ces réglages", (), None, None)
    rows = found.domains.assign(
        value=found.domains["part"],
        label=found.domains["name"] + "\u202f: " + found.domains["text"],
    )
    title = f"{name}, score {found.score}\u202f: {found.finding}"
    listed = joined(rows["label"])
    return Shown(
        title,
        (found.counted_in,),
        Drawing(
            signed_bars(rows, look),
            f"{title}. Barres, de la plus grande part à la plus petite\u202f: {listed}.",
        ),
        explored(tables.parts_table(found), filters=("Domaine",)),
    )
