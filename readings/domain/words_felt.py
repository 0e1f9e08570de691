"""What is felt on one domain, in words: the lines of the pictures, their table, their finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.rows import Row, each, records
from loaders.store import FRANCE
from readings.phrases.sampling import NO_SIZE, missing_of, question
from readings.phrases.words import nth
from wording.lists import join, joined
from wording.numbers import counted, number, percent
from wording.perimeter import asked_territory
from wording.typography import typed

SUBJECTS = {
    "note": "Notes moyennes de fragilité, sur 10",
    "part": "Part des répondants qui en font une priorité",
    "rang": "Rang publié du domaine parmi les fragilités",
}
# Beyond this, the regions of a line are counted and its ends are named.
_LISTED = 4
# How the workbook says it in « Base ».
_NO_SIZE_TOLD = "effectif interrogé non publié"
_SILENT = "aucun chiffre utilisable de fragilité ressentie sur ce domaine"
_LINE, _MISSING = "Acteur et enquête", "Ce qui manque"
_COLUMNS = [
    *(_LINE, "Publié", "Sens du %", "Question", "Personnes interrogées", "Périmètre de l’enquête"),
    _MISSING,
]


def lines(rows: pd.DataFrame, labels: Mapping[str, str], names: Mapping[str, str]) -> pd.DataFrame:
    """Add the words of each figure: line (« Citoyens, PHARE 2015 »), name, text (« 7,1 sur 10 »).

    `rows`: see `told`; `labels`: of the actors; `names`: of the regions. `value` of a rank « 2 ou 3 » becomes
    its last end, the least that can be said; `text` has both.
    """
    # One survey is written to one decimal: « 6,0 » beside « 5,8 ».
    finest = rows.groupby(["actor_code", "wave", "kind"])["decimals"].transform("max")
    rows = rows.assign(decimals=finest)
    return rows.assign(
        line=[
            f"{labels[actor]}, {wave}" for actor, wave in zip(rows["actor_code"], rows["wave"], strict=True)
        ],
        name=[names.get(code, "France") for code in rows["region_code"]],
        text=[_figure(row) for row in records(rows)],
        value=rows["value"].fillna(rows["high"]),
    )


def felt_table(rows: pd.DataFrame, silent: pd.DataFrame, region: str) -> pd.DataFrame:
    """Return one row a survey, whatever its kinds of figures, then one an actor of whom nothing is published.

    `rows`: see `lines`; `silent`: see `told.silent`. Columns: Acteur et enquête, Publié, Sens du %, Question,
    Personnes interrogées, Périmètre de l’enquête, Ce qui manque.
    """
    silence = {"Publié": "non publié", _MISSING: _SILENT}
    nothing = [dict.fromkeys(_COLUMNS, "") | silence | {_LINE: label} for label in silent["label"]]
    told = [
        {_LINE: str(line), "Publié": _published(figures, region)} | _notes(figures)
        for line, figures in rows.groupby("line", sort=False)
    ]
    return pd.DataFrame([*told, *nothing], columns=_COLUMNS)


def felt_sentence(rows: pd.DataFrame, region: str) -> str:
    """« Ressenti publié. Citoyens, PHARE 2015, France : 7,1 sur 10… »: every survey of one actor."""
    # No brackets: the figures hold some.
    told = [f"{line}, {_published(figures, region)}" for line, figures in rows.groupby("line", sort=False)]
    return f"Ressenti publié. {'. '.join(told)}."


def felt_title(rows: pd.DataFrame, actors: pd.DataFrame) -> str:
    """Say who is published to say something: « Ressenti : des chiffres pour les citoyens, par région »."""
    if rows.empty:
        return "Ressenti\u202f: aucun chiffre publié sur ce domaine"
    local = set(rows.loc[rows["region_code"] != FRANCE, "actor_code"])
    country = set(rows["actor_code"]) - local
    the = {row.actor_code: row.label_the for row in each(actors)}
    parts = [
        f"{join(str(the[code]) for code in the if code in who)} {where}"
        for who, where in ((local, "par région"), (country, "pour la France seulement"))
        if who
    ]
    return f"Ressenti\u202f: des chiffres publiés pour {', '.join(parts)}"


def felt_alternative(rows: pd.DataFrame, kind: str) -> str:
    """Say every figure of one picture."""
    told: dict[str, list[str]] = {}
    for line, name, text in zip(rows["line"], rows["name"], rows["text"], strict=True):
        told.setdefault(line, []).append(f"{name} {text}")
    listed = joined(f"{line}\u202f: {', '.join(figures)}" for line, figures in told.items())
    return f"{SUBJECTS[kind]}. {listed}."


def _figure(row: Row) -> str:
    if row["kind"] == "rang":
        ends = (row["low"], row["high"]) if row["value"] is None else (row["value"],)
        return f"{' ou '.join(nth(end) for end in ends)} rang"
    decimals = int(row["precision"])
    return (
        percent(row["value"], decimals)
        if row["kind"] == "part"
        else f"{number(row['value'], decimals)} sur 10"
    )


def _published(figures: pd.DataFrame, region: str) -> str:
    return joined(_said(kind, region) for _, kind in figures.groupby("kind", sort=False))


def _said(figures: pd.DataFrame, region: str) -> str:
    """« France : 7,1 sur 10 ; 13 régions, de 5,2 sur 10 (Bretagne) à 7,8 sur 10 (Corse) »."""
    mine = (figures["region_code"] == FRANCE) | (figures["region_code"] == region)
    regions = figures[figures["region_code"] != FRANCE]
    listed = figures if len(regions) <= _LISTED else figures[mine]
    parts = [f"{row.name}\u202f: {row.text}" for row in listed[["name", "text"]].itertuples(index=False)]
    if len(regions) > _LISTED:
        parts.append(_spread(regions))
    return joined(parts)


def _spread(regions: pd.DataFrame) -> str:
    count = counted(regions["region_code"].nunique(), "région", "régions")
    ends = regions.sort_values("value", kind="stable")[["name", "text"]].iloc[[0, -1]].to_numpy().tolist()
    if ends[0][1] == ends[1][1]:
        return f"{count}\u202f: {ends[0][1]} partout"
    return f"{count}, de {ends[0][1]} ({ends[0][0]}) à {ends[1][1]} ({ends[1][0]})"


def _notes(figures: pd.DataFrame) -> dict[str, str]:
    """Say what a share is one of, who was asked, where, and whether the size of the sample is known."""
    shares = (figures["kind"] == "part").any()
    bases = [typed(text) for text in dict.fromkeys(figures["base"]) if text]
    return {
        "Sens du %": SUBJECTS["part"].lower() if shares else "",
        "Question": next(filter(None, map(question, figures["remark"])), ""),
        "Personnes interrogées": join(bases),
        "Périmètre de l’enquête": join(
            asked_territory(text) for text in dict.fromkeys(figures["perimeter"]) if text
        ),
        _MISSING: _unsure(figures, bases),
    }


def _unsure(figures: pd.DataFrame, bases: Sequence[str]) -> str:
    """Say what is not published of the sampling: of France and of the regions apart where they differ.

    `bases`: who was asked, as published; one that already says that the size is not published says it once.
    """
    country = figures["region_code"] == FRANCE
    lacks = [missing_of(figures[kept]) for kept in (country, ~country) if kept.any()]
    if len(set(lacks)) == 1:
        told = any(_NO_SIZE_TOLD in base for base in bases) and lacks[0] == NO_SIZE
        return "" if told else lacks[0]
    places = ("pour la France", "pour les régions")
    return joined(f"{lack} {where}" for lack, where in zip(lacks, places, strict=True) if lack)
