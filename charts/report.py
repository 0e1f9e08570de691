"""The tables of the quality page: what was found, corrected, left out, and what is published."""

from collections.abc import Mapping

import pandas as pd

from wording import numbers
from wording.lists import joined

LEVELS = ("erreur", "alerte", "info")
_STATES = {"appliquee": "appliquée", "expiree": "sans objet\u202f: la source a changé"}


def findings(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return one table a level; `frame`: level, sheet, cell, message, action.

    Two columns only: a phone shows them whole.
    """
    shown = pd.DataFrame(
        {"Où": _places(frame), "Constat et suite à donner": frame["message"] + " " + frame["action"]}
    )
    return {level: shown.loc[frame["level"] == level] for level in LEVELS}


def corrections(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the declared corrections; `frame`: sheet, cell, published, corrected, reason, date, state."""
    dates = pd.to_datetime(frame["date"]).dt.strftime("%d/%m/%Y")
    states = frame["state"].map(_STATES).fillna(frame["state"])
    read = "«\u00a0" + frame["published"] + "\u00a0» est lu «\u00a0" + frame["corrected"] + "\u00a0»"
    return pd.DataFrame(
        {
            "Où": _places(frame),
            "Correction": read + " (" + states + ", déclarée le " + dates + "). " + frame["reason"],
        }
    )


def to_verify(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the figures left out of every computation; `frame`: see `indicators.quality.to_verify`."""
    ranks = frame["raw_rank"].where(frame["raw_rank"] == "", "rang " + frame["raw_rank"])
    figures = zip(frame["survey"], frame["raw_value"], frame["unit"], ranks, strict=True)
    # The address is in the sheet Sources: here it would be wider than a phone.
    sources = frame["source"].str.replace(r" - https?://\S+", "", regex=True)
    return pd.DataFrame(
        {
            "Où": _places(frame),
            "Chiffre": [_figure(*parts) for parts in figures],
            "Pourquoi": (frame["remark"].fillna("") + " Source\u202f: " + sources + ".").str.strip(),
        }
    )


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


def _places(frame: pd.DataFrame) -> "pd.Series[str]":
    """Write where a cell is: « Données territoriales, J17 »; what is said of no sheet is of the file."""
    sheets = frame["sheet"].where(frame["sheet"] != "", "Le fichier")
    return sheets + (", " + frame["cell"]).where(frame["cell"].fillna("") != "", "")


def _figure(survey: str, value: str, unit: str, rank: str) -> str:
    """Write what was read: « PHARE-Citoyens : 7 (note moyenne sur 10), rang 2 »."""
    parts = [f"{value} ({unit})" if value and unit else value, rank]
    return f"{survey}\u202f: {', '.join(part for part in parts if part) or 'sans chiffre'}"


def _regions(count: int) -> str:
    return numbers.counted(count, "région", "régions") if count else "–"


def _felt(count: int, *, country: bool) -> str:
    """« 3 régions, France », « France seulement »."""
    if not count:
        return "France seulement"
    return _regions(count) + (", France" if country else "")
