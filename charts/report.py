"""The tables of the quality page: what was found, corrected, left out, and what is published."""

import pandas as pd

from wording import numbers

LEVELS = ("erreur", "alerte", "info")
_STATES = {"appliquee": "appliquée", "expiree": "sans objet\u202f: la source a changé"}


def findings(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return one table a level; `frame`: level, sheet, cell, message, action."""
    shown = frame.rename(
        columns={"sheet": "Feuille", "cell": "Cellule", "message": "Constat", "action": "Que faire"}
    )
    columns = ["Feuille", "Cellule", "Constat", "Que faire"]
    return {level: shown.loc[shown["level"] == level, columns].fillna("") for level in LEVELS}


def corrections(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the declared corrections; `frame`: sheet, cell, published, corrected, reason, date, state."""
    dates = pd.to_datetime(frame["date"]).dt.strftime("%d/%m/%Y")
    return pd.DataFrame(
        {
            "Feuille": frame["sheet"],
            "Cellule": frame["cell"],
            "Publié": frame["published"],
            "Corrigé": frame["corrected"],
            "Raison": frame["reason"],
            "Date": dates,
            "État": frame["state"].map(_STATES).fillna(frame["state"]),
        }
    )


def to_verify(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the figures left out of every computation; `frame`: see `indicators.quality.to_verify`."""
    ranks = frame["raw_rank"].where(frame["raw_rank"] == "", "rang " + frame["raw_rank"])
    read = [
        ", ".join(part for part in parts if part) for parts in zip(frame["raw_value"], ranks, strict=True)
    ]
    return pd.DataFrame(
        {
            "Feuille": frame["sheet"],
            "Cellule": frame["cell"],
            "Enquête": frame["survey"],
            "Lu dans la cellule": read,
            "Unité": frame["unit"],
            "Pourquoi": frame["remark"],
            "Source": frame["source"],
        }
    ).fillna("")


def coverage(frame: pd.DataFrame, actors: dict[str, str]) -> pd.DataFrame:
    """Return, by domain, how many regions have a measured and a felt figure.

    `frame`: see `indicators.quality.coverage`; `actors`: the label of each actor, by code.
    """
    shown = pd.DataFrame(
        {"Domaine": frame["label"], "Mesuré": [_regions(count) for count in frame["measured"]]}
    )
    for code, label in actors.items():
        pairs = zip(frame[code], frame[f"{code}_france"], strict=True)
        shown[f"Ressenti\u202f: {label}"] = [_felt(count, country=country) for count, country in pairs]
    return shown


def _regions(count: int) -> str:
    return numbers.counted(count, "région", "régions") if count else "–"


def _felt(count: int, *, country: bool) -> str:
    """« 3 régions, France », « France seulement », « – » for nothing."""
    if not count:
        return "France seulement" if country else "–"
    return _regions(count) + (", France" if country else "")
