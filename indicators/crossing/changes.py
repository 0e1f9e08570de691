"""« Ce qui a changé »: the same question to the same actor in two surveys."""

from __future__ import annotations

from typing import Any

import pandas as pd

from indicators.crossing.context import Context
from indicators.crossing.figures import SCALES, documents, perimeter
from indicators.crossing.part import Part
from indicators.phrases_words import quoted
from loaders.store import FRANCE
from wording.lists import join
from wording.numbers import counted, number, percent, plural, signed

_HEADING = "Ce qui a changé d’une enquête à l’autre"
_UNITS = {
    "note_fragilite_sur_10": "Note moyenne sur 10 (échelle resserrée)",
    "part_priorite_pct": "Part des répondants (échelle resserrée)",
}


def changes(context: Context) -> Part:
    """Draw the chosen actor's domains in the two surveys that share most of them."""
    own = context.changed[context.changed["actor_code"] == context.actor]
    here = own[own["region_code"] == context.region]
    found = here if not here.empty else own[own["region_code"] == FRANCE]
    if found.empty:
        return _nothing(context)
    found = _widest(found)
    sentences = tuple(_sentences(context, found))
    return Part(
        f"evolution_{found['measure'].iloc[0]}",
        _HEADING,
        lead=_lead(context, found),
        sentences=sentences,
        rows=_rows(context, found),
        table=_table(context, found),
        figures=found.assign(source=_source(context, found)),
        finding=sentences[1],
    )


def _widest(found: pd.DataFrame) -> pd.DataFrame:
    """Keep the pair of surveys and the measure that share most domains, the latest of equals."""
    groups = [group for _, group in found.groupby(["from_wave", "to_wave", "measure"], sort=False)]
    kept = max(reversed(groups), key=len)
    return kept.sort_values("change", kind="stable").reset_index(drop=True)


def _nothing(context: Context) -> Part:
    heard = [context.the(code) for code in context.actors if code in set(context.changed["actor_code"])]
    remedy = "Une seconde enquête dans le classeur la fera paraître ici."
    if heard:
        remedy = f"Choisissez {join(heard, 'ou')}\u202f: la même question leur a été posée deux fois."
    return Part(
        "evolution",
        _HEADING,
        why=f"Aucune question n’est publiée deux fois pour {context.the(context.actor)}.",
        remedy=remedy,
    )


def _source(context: Context, found: pd.DataFrame) -> str:
    told = context.told[context.told["actor_code"] == context.actor]
    both = told["wave"].isin({*found["from_wave"], *found["to_wave"]})
    return "\u202f; ".join(documents(told.loc[both, "source"]))


def _lead(context: Context, found: pd.DataFrame) -> str:
    first = found.iloc[0]
    where = perimeter(first["perimeter"]) or context.words.names[first["region_code"]].name
    waves = f"{first['from_wave']} et {first['to_wave']}"
    return f"{_UNITS[first['measure']]}, {context.the(context.actor)}, {where}, {waves}."


def _sentences(context: Context, found: pd.DataFrame) -> list[str]:
    down, up = (found["stated_sign"] == sign for sign in ("negative", "positive"))
    unsure = ~(down | up)
    parts = [
        f"{counted(int(kept.sum()), 'domaine', 'domaines')} {plural(int(kept.sum()), one, many)}"
        for kept, one, many in (
            (down, "est moins ressenti qu’avant", "sont moins ressentis qu’avant"),
            (up, "est plus ressenti qu’avant", "sont plus ressentis qu’avant"),
            (unsure, "ne permet pas de conclure", "ne permettent pas de conclure"),
        )
        if kept.any()
    ]
    most = max(found.to_dict("records"), key=lambda row: abs(row["change"]))
    said = [f"{join(parts)}.", f"Le plus grand mouvement\u202f: {_move(context, most)}."]
    if not found["sampling_known"].all():
        said.append("Seul l’arrondi est compté\u202f: les effectifs interrogés ne sont pas publiés.")
    return [*said, *context.every_survey]


def _move(context: Context, row: Any) -> str:  # noqa: ANN401 - a row of a frame
    name = quoted(context.domains[str(row["domain_code"])])
    return f"{name}, de {_value(row, 'from')} à {_value(row, 'to')} ({_change(row)})"


def _value(row: Any, end: str) -> str:  # noqa: ANN401 - a row of a frame
    value = float(row[f"{end}_value"])
    return percent(value, most=1) if SCALES[row["measure"]] > 10 else number(value, 1)


def _change(row: Any) -> str:  # noqa: ANN401 - a row of a frame
    change = float(row["change"])
    return f"{signed(change, 1)}\u00a0{plural(change, 'point', 'points')}"


def _rows(context: Context, found: pd.DataFrame) -> pd.DataFrame:
    """Two rows a domain, the first survey then the second: line, series, value, text, label."""
    rows = []
    for row in found.to_dict("records"):
        line = context.domains[row["domain_code"]]
        for end in ("from", "to"):
            value, wave = _value(row, end), row[f"{end}_wave"]
            rows.append((line, wave, float(row[f"{end}_value"]), value, f"{line}, {wave}\u202f: {value}"))
    return pd.DataFrame(rows, columns=["line", "series", "value", "text", "label"])


def _table(context: Context, found: pd.DataFrame) -> pd.DataFrame:
    verdicts = {"negative": "moins ressenti", "positive": "plus ressenti", "nul": "inchangé"}
    rows = [
        (
            context.domains[row["domain_code"]],
            f"{_value(row, 'from')} puis {_value(row, 'to')}",
            f"{_change(row)}, {verdicts.get(row['stated_sign'], 'indéterminé')}",
        )
        for row in found.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["Domaine", "Deux enquêtes", "Évolution"])
