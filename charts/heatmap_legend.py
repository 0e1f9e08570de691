"""What the boxes of the heatmap mean, each drawn as it is in the figure, with its words beside it."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from charts import bands
from charts.heatmap import NOTHING, OPEN, STATED, boxes, painted
from charts.inline import specification
from charts.look import Look
from charts.screen_look import Projected
from charts.together import above
from wording import numbers

_LOOKS = [
    (STATED, 8.0, "+8", "ressenti plus fort, en rangs"),
    (STATED, 0.0, "0", "même rang"),
    (STATED, -8.0, "−8", "ressenti moins fort"),
    (OPEN, None, "?", "sens non établi"),
    (NOTHING, None, "•", "non calculable"),
]
ALTERNATIVE = (
    "Légende\u202f: une case pleine porte un écart établi, orange et avec le signe plus quand le ressenti "
    "est plus fort que la position relative, violette et avec le signe moins quand il l’est moins, presque "
    "de la couleur de la page avec un zéro quand les deux rangs sont les mêmes\u202f; une case vide au "
    "contour tireté et un point d’interrogation\u202f: sens non établi\u202f; un point sans case\u202f: "
    "écart non calculable."
)


def legend(look: Look) -> dict[str, Any]:
    """Draw the five looks on one line, one below the other on a phone."""
    if isinstance(look, Projected):
        # Its letters need two lines.
        return above(*(_line(some, look) for some in (_LOOKS[:2], _LOOKS[2:])))
    return _line(_LOOKS, look)


def _line(some: Sequence[tuple[str, float | None, str, str]], look: Look) -> dict[str, Any]:
    size, page, narrow = look.small, look.page, look.narrow
    looks = pd.DataFrame(some, columns=["look", "value", "text", "words"])
    if narrow:
        # As in the boxes of a phone, which hold a sign.
        looks = looks.assign(text=looks["text"].str[0], words=looks["words"].str.removesuffix(", en rangs"))
    rows = painted(looks, bands.gaps(looks["value"], numbers.number, page), page)
    # Across, each look takes the room of its words; down, one line.
    room = [1.0 if narrow else 8 + len(words) for words in rows["words"]]
    rows = rows.assign(at=[sum(room[:place]) for place in range(len(room))])
    along = alt.Scale(domain=[0, sum(room)], nice=False, zero=False, reverse=narrow)
    place = (
        {"y": alt.Y("at:Q", axis=None, scale=along)}
        if narrow
        else {"x": alt.X("at:Q", axis=None, scale=along)}
    )
    wide, line = size * 3, size + 14
    box, beside = _set(wide / 2 + 2, line, narrow=narrow), _set(wide + 10, line, narrow=narrow)
    marks = (
        alt.Chart()
        .mark_text(fontSize=size, fontWeight=600, aria=False, **box)
        .encode(text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None))
    )
    words = alt.Chart().mark_text(align="left", fontSize=size, color=page.ink, aria=False, **beside)
    height = line * (len(rows) if narrow else 1)
    drawn = rows[["at", "look", "text", "words", "fill", "ink"]]
    chart = alt.layer(
        *boxes(rows, width=wide, height=size + 8, aria=False, **box),
        marks,
        words.encode(text=alt.Text("words:N")),
        data=drawn,
        encoding=alt.SharedEncoding(**place),
    )
    return specification(alt.layer(chart, width="container", height=height))


def _set(right: float, line: float, *, narrow: bool) -> dict[str, Any]:
    """Place a mark so many pixels to the right of its look, in the middle of its line."""
    return {"x": right, "yOffset": line / 2} if narrow else {"xOffset": right, "y": line / 2}
