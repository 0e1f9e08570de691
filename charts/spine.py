"""The spine chart: one line a domain, from the least to the most fragile region, with its figure and rank."""

from dataclasses import dataclass, replace
from typing import Any, Literal

import altair as alt
import pandas as pd

from charts import palette
from charts.inline import specification
from charts.lines import Lines
from charts.look import Look
from charts.palette import Page
from charts.screen_look import LETTERS, Projected
from wording.lettering import breadth


@dataclass(frozen=True)
class _Plan:
    """Where things stand: the width of each column in lengths of a line, heights in pixels."""

    across: tuple[float, float]
    row: float
    name: tuple[float, float]
    value: tuple[float, float]
    rank: float
    line: float
    head: float
    measure: float
    ends: float = 0.55
    wide: bool = True
    ranks: Literal["left", "right"] = "right"


# A wide figure has four columns, with what is measured under each domain; on a phone the words stand above
# their line. Heights: shares of a row.
_WIDE = _Plan(
    across=(-0.58, 2.02), row=2.2, name=(-0.58, 0.27), value=(1.06, 0.5), rank=0.5, line=0.5, head=1.0,
    measure=0.76,
)  # fmt: skip
_NARROW = _Plan(
    across=(-0.02, 1.02), row=5, name=(-0.02, 0.2), value=(-0.02, 0.52), rank=0.2, line=0.8, head=0.7,
    measure=0.52, ends=0.5, wide=False,
)  # fmt: skip
# Lengths of a line in letters on a screen: at least, with larger ones; where both ends are named.
_LEAST_LINE, _BOTH_ENDS = 8, 17
_AIR = 0.7


def spine(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the rows in their order, under the heading of their axis.

    Needs `short_label, measure_text, axis_label, value_text, rank_text, label_text, at, quarter,
    three_quarters, at_france, others` (positions, 0 for the least fragile region and 1 for the most; NaN is
    not drawn). Returns a Vega-Lite specification.
    """
    look = _roomy(rows, look)
    plan, page, size = _plan(rows, look), look.page, look.text
    placed, heads, count = _stacked(rows, plan)
    ends = [plan.across[0], plan.across[1]]
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=ends, nice=False, zero=False))
    frame = _Frame(
        x,
        alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, count], reverse=True)),
        page,
        size,
        look.lesser(0.82 * size) / size,
    )
    layers = [
        *_headings(frame, heads, plan),
        *_spread(frame, placed, plan),
        *_marks(frame, placed, plan),
        *_words(frame, placed, plan),
    ]
    height = round(count * size * plan.row)
    tops = [float(top) * size * plan.row for top in placed["top"]]
    return look.cut(
        specification(alt.layer(*layers, width="container", height=height)),
        Lines(
            [*tops, height],
            what=("domaine", "domaines"),
            silent=[number for number, hole in enumerate(rows["at"].isna()) if hole],
            ordered=len(set(rows["axis_label"])) == 1,
        ),
    )


def _sides(rows: pd.DataFrame) -> tuple[float, float]:
    """Return the length of the longest words at both sides of the lines, in letters."""
    bold = [[breadth(word, 1, bold=True) for word in rows[name]] for name in ("short_label", "value_text")]
    plain = [[breadth(word, 1) for word in rows[name]] for name in ("measure_text", "rank_text")]
    left, right = (max(*one, *other) + _AIR for one, other in zip(bold, plain, strict=True))
    return left, right


def _roomy(rows: pd.DataFrame, look: Look) -> Look:
    """Take smaller letters, never under those of a screen, where its words leave no room to the lines."""
    if not isinstance(look, Projected):
        return look
    most = int(look.wide / (sum(_sides(rows)) + _LEAST_LINE))
    return replace(look, letters=max(LETTERS, min(look.letters, most)))


def _plan(rows: pd.DataFrame, look: Look) -> _Plan:
    """On a screen the words stand on two lines at both sides of the line of a domain."""
    if not isinstance(look, Projected):
        return _NARROW if look.narrow else _WIDE
    left, right = _sides(rows)
    line = look.wide / look.letters - left - right
    return _Plan(
        across=(-left / line, 1 + right / line), row=2.7, name=(-left / line, 0.28),
        value=(1 + _AIR / line, 0.28), rank=0.7, line=0.5, head=0.5, measure=0.7,
        ends=0.25 if line > _BOTH_ENDS else 0, ranks="left",
    )  # fmt: skip


@dataclass(frozen=True)
class _Frame:
    x: alt.X
    y: alt.Y
    page: Page
    size: int
    lesser: float

    def text(
        self,
        rows: pd.DataFrame,
        align: Literal["left", "right"],
        weight: Literal[400, 600, 700] = 400,
        grow: float = 1.0,
    ) -> alt.Chart:
        """Write the column `text` of rows placed at `at` and `y`."""
        words = alt.Chart(rows[["at", "y", "text"]]).mark_text(
            align=align, baseline="middle", fontSize=self.size * grow, fontWeight=weight,
            color=self.page.ink, aria=False,
        )  # fmt: skip
        drawn: alt.Chart = words.encode(self.x, self.y, text=alt.Text("text:N"))
        return drawn


def _stacked(rows: pd.DataFrame, plan: _Plan) -> tuple[pd.DataFrame, pd.DataFrame, float]:
    """Give each row and each heading a line of its own, from the top."""
    line, before, tops, heads = 0.0, None, [], []
    for axis in rows["axis_label"]:
        if axis != before:
            heads.append({"text": axis, "top": line})
            line, before = line + plan.head, axis
        tops.append(line)
        line += 1
    return rows.assign(top=tops), pd.DataFrame(heads), line


def _headings(frame: _Frame, heads: pd.DataFrame, plan: _Plan) -> list[alt.Chart]:
    """Write the name of each axis, and what both ends of a line mean."""
    share = plan.ends or 0.25 if plan.wide else 0.22
    # On a phone the ends stand under the first heading; the others come close to their first line.
    lower = 0 if plan.wide else 0.2 * (heads["top"] > 0)
    names = heads.assign(at=plan.across[0], y=heads["top"] + share + lower)
    # On a screen the words of the ends take the place of the only heading.
    layers = [frame.text(names, "left", 700, 1.1)] * (plan.ranks == "right" or len(heads) > 1)
    high = heads.head(1).assign(text="plus fragile ▶", at=1.0, y=plan.ends or 0.25)
    low = high.assign(text="◀ moins fragile", at=0.0)
    layers += [frame.text(low, "left", 600)] * bool(plan.ends) + [frame.text(high, "right", 600)]
    return layers


def _spread(frame: _Frame, rows: pd.DataFrame, plan: _Plan) -> list[alt.Chart]:
    """Draw the length of each line, the middle half of the regions, and each of the other regions."""
    grey = frame.page.others
    band = palette.mix(palette.FRAGILITY[2], frame.page.background, 0.55)
    known = rows[rows["quarter"].notna()].assign(y=rows["top"] + plan.line, start=0.0, end=1.0)
    whole = alt.Chart(known[["y", "start", "end"]]).mark_rule(color=grey, strokeWidth=1.5, aria=False)
    middle = alt.Chart(known[["y", "quarter", "three_quarters"]]).mark_rule(
        color=band, strokeWidth=frame.size * 0.8, aria=False
    )
    others = known[["y", "others"]].explode("others").rename(columns={"others": "at"})
    ticks = alt.Chart(others.assign(at=others["at"].astype(float).round(4))).mark_tick(
        orient="vertical", color=palette.mix(frame.page.ink, frame.page.background, 0.6),
        size=frame.size * 0.8, thickness=1.5, aria=False,
    )  # fmt: skip
    return [
        middle.encode(_at(frame.x, "quarter"), frame.y, x2=alt.X2("three_quarters:Q")),
        whole.encode(_at(frame.x, "start"), frame.y, x2=alt.X2("end:Q")),
        ticks.encode(frame.x, frame.y),
    ]


def _marks(frame: _Frame, rows: pd.DataFrame, plan: _Plan) -> list[alt.Chart]:
    """Draw France as a diamond, then the region as a disc over it."""
    lined = rows.assign(y=rows["top"] + plan.line)
    france = lined[lined["at_france"].notna()].assign(at=lined["at_france"])
    region = lined[lined["at"].notna()]
    diamond = alt.Chart(france[["at", "y"]]).mark_point(
        shape="diamond", filled=True, color=frame.page.background, stroke=frame.page.ink, strokeWidth=2,
        opacity=1, size=frame.size * 11, aria=False,
    )  # fmt: skip
    disc = alt.Chart(region[["at", "y", "label_text"]]).mark_point(
        shape="circle", filled=True, color=palette.CHOSEN, stroke=frame.page.background, strokeWidth=1.5,
        opacity=1, size=frame.size * 13,
    )  # fmt: skip
    told = [alt.Tooltip("label_text:N", title="Domaine")]
    return [
        diamond.encode(frame.x, frame.y),
        disc.encode(frame.x, frame.y, tooltip=told, description=alt.Description("label_text:N")),
    ]


def _words(frame: _Frame, rows: pd.DataFrame, plan: _Plan) -> list[alt.Chart]:
    """Write the domain, the figure with its unit, the rank with its interval."""
    name_at, name_y = plan.name
    value_at, value_y = plan.value
    wide = plan.wide
    names = rows.assign(at=name_at, y=rows["top"] + name_y, text=rows["short_label"])
    values = rows.assign(at=value_at, y=rows["top"] + value_y, text=rows["value_text"])
    measures = rows.assign(at=name_at, y=rows["top"] + plan.measure, text=rows["measure_text"])
    if not wide:
        # A phone has no second column: what is measured stands before its figure.
        values = values.assign(text=_joined(rows["measure_text"], rows["value_text"]))
    at = plan.across[1] if plan.ranks == "right" else value_at
    ranks = rows.assign(at=at, y=rows["top"] + plan.rank, text=rows["rank_text"])
    return [
        frame.text(names, "left", 600),
        *([frame.text(measures, "left", 400, frame.lesser)] if wide else []),
        frame.text(values, "left", 600 if wide else 400),
        frame.text(ranks, plan.ranks),
    ]


def _joined(measures: "pd.Series[str]", values: "pd.Series[str]") -> list[str]:
    pairs = zip(measures, values, strict=True)
    return [f"{measure}\u202f: {value}" if measure else value for measure, value in pairs]


def _at(x: alt.X, field: str) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=x["scale"])
