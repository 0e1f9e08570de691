"""From thirteen figures to thirteen drawn rows: the words, the colour and the length of each.

`quantity` is the code of what the column `value` holds, as the indicators name it: `indicator_value`,
`objective_rank`, `perceived_rank`, `perceived_value` or `rank_gap`.
"""

from collections.abc import Callable

import pandas as pd

from charts import bands
from charts.bands import Band
from charts.palette import Page
from wording import numbers
from wording.signs import brief
from wording.source_notes import NOT_PUBLISHED, absent, marked

STATUS = {
    "value": "publié",
    "range": "publié sous forme d’intervalle",
    "missing": NOT_PUBLISHED,
    "not_published": NOT_PUBLISHED,
    "not_available": "non disponible dans la source",
    "undetermined": "calculé, sens non établi",
}
# The box of the legend for a gap without a stated sign.
UNDECIDED = "?\u202f: sens non établi"
DRAWN = ("value", "range", "undetermined")
RANKS = {"objective_rank", "perceived_rank"}
_GAP = "rank_gap"
Write = Callable[[float], str]


def drawn(
    frame: pd.DataFrame, *, quantity: str, unit: str, decimals: int, direction: int | None, page: Page
) -> tuple[pd.DataFrame, list[Band]]:
    """Add to the rows what the drawings need, and return the classes of their colours.

    Needs `name, value, low, high, status`, and uses `note` when there is one. Adds `missing`,
    `undecided`, `text` (short, for the figure), `full` (with its unit and its note, for the table),
    `label` (for the tooltip), `colour`, `line_low` and `line_high` (ends of a line); `value` becomes the
    length of the bar. Of a range (« 2 ou 3 ») the end nearest to zero is drawn, the least that can be
    said, and both are written. A gap comes in words of its own (`mark`, `said`, `details`), its interval
    is a line, and one without a stated sign has neither bar nor colour.
    """
    short, full = _short(quantity, unit, decimals), _full(quantity, unit, decimals)
    rows = frame.assign(
        missing=~frame["status"].isin(DRAWN),
        text=[_words(row, short) for row in _figures(frame)],
        full=[
            marked(_words(row, full), note) if row[0] in DRAWN else absent(note)
            for row, note in zip(_figures(frame), _source_notes(frame), strict=True)
        ],
    )
    open_ended = frame["status"] == "undetermined"
    nearest = frame[["low", "high"]].apply(_nearest_to_zero, axis=1)
    rows["value"] = frame["value"].fillna(nearest.mask(open_ended))
    if quantity == _GAP:
        rows = _gaps(rows)
    rows["label"] = rows["name"] + "\u202f: " + rows["full"]
    scale = _scale(quantity, direction)(rows["value"], short, page)
    rows["colour"] = [bands.colour_of(float(value), scale, page) for value in rows["value"]]
    # Dotted on the colour of the page: no grey to take for « même rang » or for what is not published.
    rows["undecided"] = open_ended
    rows["colour"] = rows["colour"].mask(open_ended, page.background)
    if quantity in RANKS:
        # The first rank has the longest bar, as it has the strongest colour.
        rows["value"] = rows["value"].max() + 1 - rows["value"]
    return rows, scale


def _gaps(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the gaps in their own words, with their interval and both sides in the tooltip."""
    shown = ~rows["missing"]
    span = [
        brief(mark, low, high)
        for mark, low, high in zip(rows["mark"], rows["low"], rows["high"], strict=True)
    ]
    full = rows["said"] + " (" + rows["details"] + ")"
    return rows.assign(
        text=rows["text"].where(~shown, span),
        full=rows["full"].where(~shown, full),
        mark=rows["text"].where(~shown, rows["mark"]),
        line_low=rows["low"].where(shown & (rows["low"] < rows["high"])),
        line_high=rows["high"].where(shown & (rows["low"] < rows["high"])),
    )


def _figures(frame: pd.DataFrame) -> list[tuple[str, float, float, float]]:
    return list(frame[["status", "value", "low", "high"]].itertuples(index=False, name=None))


def _source_notes(frame: pd.DataFrame) -> list[str]:
    return list(frame["note"]) if "note" in frame else [""] * len(frame)


def _words(figure: tuple[str, float, float, float], write: Write) -> str:
    status, value, low, high = figure
    if status == "value":
        return write(value)
    return f"{write(low)} à {write(high)}" if status == "range" else NOT_PUBLISHED


def _nearest_to_zero(ends: "pd.Series[float]") -> float:
    return float(min(ends, key=abs)) if ends.notna().all() else float("nan")


def _short(quantity: str, unit: str, decimals: int) -> Write:
    """Write a figure in the little room of a map; a unit longer than `%` is left to the table."""
    if quantity in RANKS:
        return _rank
    if quantity == _GAP:
        return lambda gap: numbers.signed(gap, 0)
    return lambda value: numbers.quantity(value, unit if unit == "%" else "", decimals)


def _full(quantity: str, unit: str, decimals: int) -> Write:
    if quantity in RANKS:
        return lambda rank: f"{_rank(rank)} domaine"
    return lambda value: numbers.quantity(value, unit, decimals)


def _rank(rank: float) -> str:
    return numbers.ordinal(int(rank))


def _scale(quantity: str, direction: int | None) -> Callable[[pd.Series, Write, Page], list[Band]]:
    if quantity == _GAP:
        return bands.gaps
    if quantity in RANKS:
        return bands.ranks
    return lambda values, write, page: bands.fragility(values, direction or 1, write, page)
