"""Cells and effects for programs: one CSV of one shape, or JSON with a list of each sort.

Numbers are unrounded; what is missing is an empty cell or null, never 0. `part` says what a CSV row is about:
'cellule' (before and after are texts), 'score', 'rang' or 'ecart' (in ranks); `what` is what happened to it.
The file is data for programs: a text that begins like a formula is not escaped (the page's download is).
"""

from __future__ import annotations

import csv
import json
from typing import Any, TextIO

import pandas as pd

from indicators.editions.effects import Effects
from indicators.structure import Edition

COLUMNS = (
    "part what region_code level code actor_code wave survey measure among sheet before_cell after_cell "
    "row column before before_low before_high after after_low after_high change outside before_sign "
    "after_sign unit perimeter cells"
).split()
_RANKS = {"before_rank": "before", "after_rank": "after", "move": "change"}
_SCORES = {"before_score": "before", "after_score": "after"}
_GAPS = {
    f"{side}_{name}": f"{side}{end}"
    for side in ("before", "after")
    for name, end in (
        *(("rank_gap", ""), ("rank_gap_low", "_low"), ("rank_gap_high", "_high"), ("stated_sign", "_sign")),
    )
} | {"domain_code": "code"}


def listing(changes: pd.DataFrame, effects: Effects) -> pd.DataFrame:
    """Return cells, scores, ranks and gaps in one frame with the columns `COLUMNS`."""
    parts = [
        _part("cellule", _with_codes(changes)),
        _part("score", effects.scores.rename(columns=_SCORES)),
        _part("rang", effects.ranks.rename(columns=_RANKS)),
        _part("ecart", effects.gaps.rename(columns=_GAPS)),
    ]
    return pd.concat(parts, ignore_index=True)


def _part(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    named = frame.rename(columns={"became": "what"}).assign(part=name)
    return named.reindex(columns=COLUMNS).astype(object)


def _with_codes(changes: pd.DataFrame) -> pd.DataFrame:
    """Name the regions and the indicator of a cell, or the domain of a survey figure."""
    subjects = zip(changes["indicator_code"], changes["domain_codes"], strict=True)
    return changes.rename(columns={"kind": "what"}).assign(
        region_code=[" ".join(codes) for codes in changes["region_codes"]],
        code=[indicator or " ".join(codes) for indicator, codes in subjects],
    )


def write_csv(changes: pd.DataFrame, effects: Effects, stream: TextIO) -> None:
    """Write the listing as CSV."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in listing(changes, effects).itertuples(index=False, name=None):
        writer.writerow(_cell(_plain(value)) for value in row)


def write_json(
    editions: tuple[Edition, Edition], changes: pd.DataFrame, effects: Effects, stream: TextIO
) -> None:
    """Write both editions and, with the columns of `Effects` and of the changes, the four lists."""
    old, new = (
        {"file_name": one.file_name, "sha256": one.sha256, "fictional": one.fictional} for one in editions
    )
    frames = {"cells": changes, "scores": effects.scores, "ranks": effects.ranks, "gaps": effects.gaps}
    lists = {name: _records(frame) for name, frame in frames.items()}
    json.dump({"old": old, "new": new, **lists}, stream, ensure_ascii=False, indent=1, allow_nan=False)
    stream.write("\n")


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    return [{str(name): _plain(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _plain(value: Any) -> object:  # noqa: ANN401 - a cell of a frame
    if isinstance(value, tuple):
        return list(value)
    if pd.isna(value):
        return None
    return value if isinstance(value, bool | int | float) else str(value)


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    return " | ".join(map(str, value)) if isinstance(value, list) else value
