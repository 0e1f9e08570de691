"""The tables as given: columns chosen by the dictionary, a status for each value, words in French."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from exports.numbers import Status
from exports.whole.dictionary import DICTIONARY, Field, Table, dictionary, written
from exports.whole.frames import content
from indicators.results import Results

# What our frames say in code, in the words of a file.
_WORDS: Mapping[str, Mapping[str, str]] = {
    "stated_sign": {
        "positive": "positif",
        "negative": "négatif",
        "nul": "nul",
        "indetermine": "non établi",
    },
    "rank_origin": {"published": "publié", "derived": "déduit"},
    "status": {
        "value": Status.VALUE,
        "range": Status.RANGE,
        "missing": Status.MISSING,
        "not_available": Status.MISSING,
    },
}


def tables(results: Results) -> dict[Table, pd.DataFrame]:
    """Return every table of the edition under the columns of its dictionary (`Field.source`), in order."""
    made = {name: _worded(frame) for name, frame in content(results).items()}
    made["territoires"] = made["territoires"].rename(columns={"name": "territory"})
    made["valeurs"] = _noted(made["valeurs"])
    made["scores"] = made["scores"].assign(status=_computed(made["scores"]["score"]))
    made[DICTIONARY] = written()
    return {table: _chosen(made[table.name], table.fields) for table in dictionary()}


def _worded(frame: pd.DataFrame) -> pd.DataFrame:
    told = {name: frame[name].map(words) for name, words in _WORDS.items() if name in frame.columns}
    return frame.assign(**told)


def _noted(values: pd.DataFrame) -> pd.DataFrame:
    """Say which values a declared correction changed and why, or what their source says of them."""
    corrected = values["corrected"].fillna(value=False).astype(bool)
    note = "La cellule porte «\u00a0" + values["published_raw"] + "\u00a0». " + values["correction_reason"]
    return values.assign(
        status=values["status"].mask(corrected, Status.CORRECTED.value),
        note=note.where(corrected, values["note"]),
        raw=values["raw"].mask(corrected, values["published_raw"]),
    )


def _computed(score: pd.Series) -> pd.Series:
    """A score that cannot be computed rests on what is not published."""
    return score.notna().map({True: Status.VALUE.value, False: Status.MISSING.value})


def _chosen(frame: pd.DataFrame, fields: tuple[Field, ...]) -> pd.DataFrame:
    """Return the columns, whole numbers as whole numbers even where some are missing."""
    whole = {field.source: "Int64" for field in fields if field.type == "integer"}
    return frame[[field.source for field in fields]].astype(whole)
