"""The tables of the quality page: what was found, corrected, left out, and what is published."""

from collections.abc import Mapping

import pandas as pd

from wording import numbers
from wording.lists import joined
from wording.source_notes import without_address
from wording.typography import quoted

_NONE = "–"
LEVELS = ("erreur", "alerte", "info")
_STATES = {"appliquee": "appliquée", "expiree": "sans objet\u202f: la source a changé"}


def findings(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return one table a level; `frame`: level, sheet, cell, message, action."""
    shown = _places(frame).assign(**{"Constat": frame["message"], "Suite à donner": frame["action"]})
    return {level: shown.loc[frame["level"] == level] for level in LEVELS}


def corrections(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the declared corrections; `frame`: sheet, cell, published, corrected, reason, date, state."""
    dates = pd.to_datetime(frame["date"]).dt.strftime("%d/%m/%Y")
    states = frame["state"].map(_STATES).fillna(frame["state"])
    return _places(frame).assign(
        **{
            "Publié": frame["published"].map(quoted),
            "Lu": frame["corrected"].map(quoted),
            "État": states,
            "Déclarée le": dates,
            "Raison": frame["reason"],
        }
    )


def to_verify(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the figures left out of every computation; `frame`: see `indicators.quality.to_verify`."""
    sources = frame["source"].map(without_address, na_action="ignore")
    read = {"Valeur": "raw_value", "Unité": "unit", "Rang": "raw_rank", "Pourquoi": "remark"}
    said = {heading: frame[name].fillna("").replace("", _NONE) for heading, name in read.items()}
    return _places(frame).assign(Enquête=frame["survey"], **said, Source=sources)


def coverage(frame: pd.DataFrame, actors: Mapping[str, str]) -> pd.DataFrame:
    """Return, by domain, how many regions have a measured and a felt figure.

    `frame`: see `indicators.quality.coverage`; `actors`: the label of each actor, by code.
    """
    felt = [
        joined(
            f"{label}\u202f: {_felt(row[code], country=row[f'{code}_france'])}"
            for code, label in actors.items()
            if row[code] or row[f"{code}_france"]
        )
        for row in frame.to_dict("records")
    ]
    return pd.DataFrame(
        {
            "Domaine": frame["label"],
            "Mesuré": [_regions(count) for count in frame["measured"]],
            "Ressenti": [words or "–" for words in felt],
        }
    )


def _places(frame: pd.DataFrame) -> pd.DataFrame:
    """Write where a cell is: Cellule, Feuille; what is said of no sheet is of the file."""
    sheets = frame["sheet"].where(frame["sheet"] != "", "le fichier")
    return pd.DataFrame({"Cellule": frame["cell"].fillna("").replace("", _NONE), "Feuille": sheets})


def _regions(count: int) -> str:
    return numbers.counted(count, "région", "régions") if count else "–"


def _felt(count: int, *, country: bool) -> str:
    """« 3 régions, France », « France seulement »."""
    if not count:
        return "France seulement"
    return _regions(count) + (", France" if country else "")
