"""« Ce qui a changé »: the same question on fragility to the same actor in two surveys."""

from __future__ import annotations

import pandas as pd

from indicators.rows import Fields
from loaders.store import FRANCE
from readings.actors.context import Context
from readings.actors.figures import SCALES, labels
from readings.actors.part import Part
from readings.phrases.sampling import NO_DEVIATION, NO_SIZE, asked, cautions
from wording.lists import join, joined
from wording.numbers import counted, number, percent, plural, signed
from wording.perimeter import perimeter
from wording.source_notes import documents
from wording.typography import capital, quoted

HEADING = "Ce qui a changé dans le ressenti, d’une enquête à l’autre"
# Beyond, the domains that moved are only counted.
_NAMED = 4
_NOTES = 10
# Of a margin of 95 %; rounding and the largest deviation make it wider.
_BY_CHANCE = "Si rien n’avait changé, le hasard en ferait sortir un domaine sur\u00a020 au plus, en moyenne."
_UNITS = {
    "note_fragilite_sur_10": "Note moyenne sur 10 (l’axe ne part pas de 0)",
    "part_priorite_pct": "Part des répondants (l’axe ne part pas de 0)",
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
        HEADING,
        lead=_lead(context, found),
        sentences=sentences,
        rows=_rows(context, found),
        table=_table(context, found),
        figures=found.assign(source=_source(context, found)),
        finding=sentences[0],
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
        remedy = (
            f"Choisissez {join(heard, 'ou')}\u202f: une même question sur la fragilité est publiée deux fois."
        )
    return Part(
        "evolution",
        HEADING,
        why=f"Aucune question sur la fragilité ressentie n’est publiée deux fois pour "
        f"{context.the(context.actor)}.",
        remedy=remedy,
    )


def _source(context: Context, found: pd.DataFrame) -> str:
    told = context.told[context.told["actor_code"] == context.actor]
    both = told["wave"].isin({*found["from_wave"], *found["to_wave"]})
    return joined(documents(told.loc[both, "source"]))


def _lead(context: Context, found: pd.DataFrame) -> str:
    first = found.iloc[0]
    where = perimeter(first["perimeter"]) or context.words.names[first["region_code"]].name
    waves = f"{first['from_wave']} et {first['to_wave']}"
    return f"{_UNITS[first['measure']]}, {context.the(context.actor)}, {where}, {waves}."


def _sentences(context: Context, found: pd.DataFrame) -> list[str]:
    """Say what moved, what may have, the largest moves, then what the margin rests on."""
    first = found.iloc[0]
    when = f"{first['to_wave']} que dans {first['from_wave']}"
    edge = found["reason"] == "a_la_limite"
    parts = [
        _group(context, found[kept], *words)
        for kept, words in (
            (found["stated_sign"] == "negative", (f"moins haut dans {when}", True)),
            (found["stated_sign"] == "positive", (f"plus haut dans {when}", True)),
            (edge, ("à la limite de la marge d’erreur", False)),
            (~edge & (found["stated_sign"] == "indetermine"), ("dans la marge d’erreur", False)),
        )
        if kept.any()
    ]
    said = [f"{capital(part)}." for part in parts]
    return [
        *said,
        _largest(context, found),
        _margin(found),
        *cautions(found["remark"]),
        *context.every_survey,
    ]


def _group(context: Context, found: pd.DataFrame, words: str, placed: bool) -> str:  # noqa: FBT001 - two kinds
    """« 3 domaines sont notés moins haut … : … »; « 1 domaine est dans la marge d’erreur : … »."""
    noted = "placé" if SCALES[found["measure"].iloc[0]] > _NOTES else "noté"
    verb = (
        plural(len(found), f"est {noted} ", f"sont {noted}s ")
        if placed
        else plural(len(found), "est ", "sont ")
    )
    count = f"{counted(len(found), 'domaine', 'domaines')} {verb}{words}"
    if len(found) > _NAMED:
        return count
    return f"{count}\u202f: {labels(context.domains[code] for code in found['domain_code'])}"


def _largest(context: Context, found: pd.DataFrame) -> str:
    """Name the largest move, or all of those on a par."""
    most = found["change"].abs().max()
    rows = [row for row in found.to_dict("records") if abs(row["change"]) == most]
    start = plural(len(rows), "Le plus grand mouvement", "Les plus grands mouvements")
    return f"{start}\u202f: {join(_move(context, row) for row in rows)}."


def _margin(found: pd.DataFrame) -> str:
    """Say what the margin counts, and how wide it is; what is not published is named."""
    widths = ((found["change_high"] - found["change_low"]) / 2).round(2)
    ends = dict.fromkeys(number(end, 2) for end in (widths.min(), widths.max()))
    wide = f"±\u202f{' à '.join(ends)}\u00a0{plural(float(widths.max()), 'point', 'points')}"
    blind = found["sampling"] == "inconnue"
    if blind.all():
        return f"Marge\u202f: {wide}. Elle ne compte que l’arrondi, {NO_SIZE}."
    if blind.any():
        few = counted(int(blind.sum()), "domaine", "domaines")
        return f"Marge\u202f: {wide}. Elle ne compte que l’arrondi pour {few}, {NO_SIZE}."
    row = found.iloc[0]
    people = " puis ".join(
        asked(row[f"{end}_sample_size"], at_least=bool(row[f"{end}_sample_at_least"]))
        for end in ("from", "to")
    )
    if (found["sampling"] == "publiee").all():
        return f"Marge à 95\u202f%\u202f: {wide}, arrondi compris ({people}). {_BY_CHANCE}"
    return (
        f"Marge à 95\u202f%\u202f: {wide} au plus, arrondi compris ({people}). "
        f"{NO_DEVIATION.capitalize()}\u202f: il est pris au plus grand possible sur une échelle de 0 à 10, "
        f"soit 5. {_BY_CHANCE}"
    )


def _move(context: Context, row: Fields) -> str:
    name = quoted(context.domains[str(row["domain_code"])])
    return f"{name}, de {_value(row, 'from')} à {_value(row, 'to')} ({_change(row)})"


def _value(row: Fields, end: str) -> str:
    value = float(row[f"{end}_value"])
    return percent(value, most=1) if SCALES[row["measure"]] > _NOTES else number(value, 1)


def _change(row: Fields) -> str:
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


_VERDICTS = {
    "negative": "moins haut",
    "positive": "plus haut",
    "nul": "inchangé",
    "a_la_limite": "à la limite de la marge d’erreur",
    "intervalle_contient_zero": "dans la marge d’erreur",
}


def _table(context: Context, found: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (
            context.domains[row["domain_code"]],
            f"{_value(row, 'from')} puis {_value(row, 'to')}",
            f"{_change(row)}, {_VERDICTS[row['reason'] or row['stated_sign']]}",
        )
        for row in found.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["Domaine", "Deux enquêtes", "Évolution"])
