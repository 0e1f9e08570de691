"""« Accord et désaccord »: whether the actors order the domains alike, and where they part."""

from __future__ import annotations

import pandas as pd

from indicators.agreement import CHANCE
from indicators.rows import Fields
from readings.actors.context import Context
from readings.actors.figures import SHORT
from readings.actors.part import Part
from readings.phrases.felt import agreed
from readings.phrases.words import nth
from wording.lists import join, joined
from wording.numbers import counted, number, percent
from wording.source_notes import documents
from wording.typography import quoted

# Beyond, the domains on a par are only counted.
_NAMED = 3
HEADING = "Accord et désaccord entre acteurs"
_FELT = ["actor_code", "domain_code", "measure", "value", "rank_low"]
OBSERVED, AT_RANDOM = "observe", "hasard"


def accord(context: Context, agreements: pd.DataFrame) -> Part:
    """Draw the concordance of each set of actors next to what chance gives."""
    here = (agreements["wave"] == context.wave) & (agreements["region_code"] == context.place)
    found = agreements[here & agreements["w"].notna()]
    if found.empty:
        return Part(
            "accord",
            HEADING,
            why=f"Deux acteurs n’ont pas trois domaines en commun {context.when}\u202f: "
            "leur accord ne se calcule pas.",
            remedy="Choisissez une autre enquête dans les réglages, ou la France entière.",
        )
    widest = found[found["widest"]].iloc[0]
    return Part(
        "accord",
        HEADING,
        lead="De 0 (aucun ordre commun) à 1 (le même ordre pour tous), sur les domaines que tous citent "
        f"({context.where}, {context.wave}).",
        sentences=(
            _verdict(context, widest),
            _apart(context, widest),
            "Le petit trait marque ce que donnent en moyenne des ordres tirés au hasard.",
        ),
        rows=_rows(context, found),
        table=_table(context, found),
        figures=found.assign(source=joined(documents(context.here["source"]))),
        finding=_verdict(context, widest),
    )


def _verdict(context: Context, row: Fields) -> str:
    who, on = join(context.the(actor) for actor in row["actors"]), _domains(row)
    odds = f"des ordres au hasard s’accordent autant dans {_share(row)} des cas"
    start = f"{number(row['w'], 2)} sur 1 entre {who}, sur {on}"
    if row["chance"] <= CHANCE:
        return f"{agreed(row['w'])}\u202f: {start} ({odds})."
    return f"Accord non établi\u202f: {start}, mais {odds}."


def _apart(context: Context, row: Fields) -> str:
    """Name the domain whose places are furthest apart among the domains in common."""
    places = ranks_in_common(context, row)
    spread = places.max(axis=1) - places.min(axis=1)
    if spread.max() == 0:
        return "Tous les mettent dans le même ordre."
    codes = [str(code) for code in spread.index[spread == spread.max()]]
    if len(codes) > _NAMED:
        return f"Le désaccord le plus fort porte sur {_counted(codes)} à égalité."
    parts = [
        f"{quoted(context.domains[code])} ("
        + join(f"{nth(places.loc[code, actor])} pour {context.the(actor)}" for actor in row["actors"])
        + ")"
        for code in codes
    ]
    return f"Le désaccord le plus fort porte sur {join(parts)}."


def _counted(codes: list[str]) -> str:
    return counted(len(codes), "domaine", "domaines")


def ranks_in_common(context: Context, row: Fields) -> pd.DataFrame:
    """Return domains x actors: the place of each domain among those in common (1 = most felt)."""
    columns, here = {}, context.here[_FELT]
    for actor, measure in zip(row["actors"], row["measures"], strict=True):
        told = here[here["actor_code"] == actor]
        ranked = told["rank_low"].notna() if measure == "rang" else told["measure"] == measure
        once = told[ranked].drop_duplicates("domain_code").set_index("domain_code").loc[list(row["domains"])]
        felt = -once["rank_low"] if measure == "rang" else once["value"]
        columns[actor] = felt.astype("float64").rank(ascending=False, method="min")
    return pd.DataFrame(columns)


def _rows(context: Context, found: pd.DataFrame) -> pd.DataFrame:
    """Two rows a set of actors: what is observed, what chance gives. line, series, value, text, label."""
    rows = []
    for row in found.to_dict("records"):
        line = _who(context, row)
        w, chance = number(row["w"], 2), number(row["by_chance"], 2)
        rows.append((line, AT_RANDOM, row["by_chance"], "", f"{line}\u202f: {chance} au hasard"))
        rows.append((line, OBSERVED, row["w"], w, f"{line}\u202f: {w} sur {_domains(row)}"))
    return pd.DataFrame(rows, columns=["line", "series", "value", "text", "label"])


def _table(context: Context, found: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (
            join(
                f"{context.actors[actor]} ({SHORT[measure]})"
                for actor, measure in zip(row["actors"], row["measures"], strict=True)
            ),
            f"{number(row['w'], 2)} sur {_domains(row)}",
            f"{number(row['by_chance'], 2)} en moyenne\u202f; autant dans {_share(row)} des cas",
        )
        for row in found.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["Acteurs", "Accord", "Au hasard"])


def _who(context: Context, row: Fields) -> str:
    if len(row["actors"]) == len(context.actors):
        return f"Les {number(len(row['actors']), 0)} acteurs"
    return join(context.actors[actor] for actor in row["actors"])


def _share(row: Fields) -> str:
    """« 20 % », « moins de 1 % »: never « 0 % », random orders can always agree."""
    share = 100 * row["chance"]
    return percent(share, 0) if share >= 1 else f"moins de {percent(1)}"


def _domains(row: Fields) -> str:
    return counted(int(row["domain_count"]), "domaine", "domaines")
