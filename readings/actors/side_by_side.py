"""« Domaine par domaine »: the actors on one line, a figure for each kind of measure."""

from __future__ import annotations

import pandas as pd

from indicators.rows import Fields, each
from readings.actors.context import Context
from readings.actors.figures import NOT_PUBLISHED, labels, short
from readings.actors.figures import told as figure_told
from readings.actors.part import Part
from readings.phrases.sampling import cautions, unsure
from readings.phrases.words import of
from wording.lists import join, joined
from wording.numbers import counted, number
from wording.typography import quoted

HEADINGS = {
    "note_fragilite_sur_10": "Domaine par domaine\u202f: la note de chaque acteur",
    "part_priorite_pct": "Domaine par domaine\u202f: la part de répondants qui en fait une priorité",
}
_LEADS = {
    "note_fragilite_sur_10": "Note moyenne de fragilité ressentie, sur 10 (l’axe ne part pas de 0)",
    "part_priorite_pct": "Part des répondants qui en font une priorité (l’axe ne part pas de 0)",
}
# Beyond, the holes are only counted: the lines say what is there.
_NAMED = 5
_NAMES = {"note_fragilite_sur_10": "note", "part_priorite_pct": "part"}


def measures(context: Context) -> list[str]:
    """Return the measures that are published with values in the territory and survey drawn."""
    valued = set(_valued(context)["measure"])
    return [measure for measure in HEADINGS if measure in valued]


def side_by_side(context: Context, measure: str) -> Part:
    """Put the actors side by side on one of the `measures`."""
    valued = _valued(context)
    told = valued[valued["measure"] == measure]
    once = told.drop_duplicates(["actor_code", "domain_code"])
    lines = _order(context, once)
    sentences = tuple(_sentences(context, once, lines, measure))
    return Part(
        measure,
        HEADINGS[measure],
        lead=f"{_LEADS[measure]}, {context.where}, {context.wave}{_ordered_by(context, once)}.",
        sentences=sentences,
        rows=_rows(context, once, lines),
        table=_table(context, once, lines),
        figures=_figures(context, once, lines),
        finding=sentences[0],
    )


def _valued(context: Context) -> pd.DataFrame:
    return context.here[context.here["value"].notna()]


def _order(context: Context, told: pd.DataFrame) -> list[str]:
    """The chosen actor's domains from most felt to least, then the others by what the other actors feel."""
    felt = told.set_index(["domain_code", "actor_code"])["value"].unstack().astype("float64")  # noqa: PD010
    own = felt[context.actor] if context.actor in felt else pd.Series(float("nan"), index=felt.index)
    keys = pd.DataFrame({"own": -own, "mean": -felt.mean(axis=1)})
    keys = keys.loc[[code for code in context.domains if code in keys.index]]
    return [str(code) for code in keys.sort_values(["own", "mean"], kind="stable").index]


def _ordered_by(context: Context, told: pd.DataFrame) -> str:
    """Say whose order the lines follow, when it is the chosen actor's."""
    own = context.actor in set(told["actor_code"])
    return f", dans l’ordre {of(context.the(context.actor))}" if own else ""


def _sentences(context: Context, told: pd.DataFrame, lines: list[str], measure: str) -> list[str]:
    heard = [code for code in context.actors if code in set(told["actor_code"])]
    sentences = _crossed(context, told) if len(heard) > 1 else [_alone(context, heard[0], measure)]
    holes = [label for code, label in context.domains.items() if code not in lines]
    if holes:
        what = counted(len(holes), "autre domaine", "autres domaines")
        named = f" ({labels(holes)})" if len(holes) <= _NAMED else ""
        sentences.append(f"Aucune {_NAMES[measure]} n’est publiée {context.when} pour {what}{named}.")
    return [*sentences, *cautions(told["remark"]), *unsure(told, context.words.actors_the)]


def _crossed(context: Context, told: pd.DataFrame) -> list[str]:
    return [
        _widest(context, told),
        "Un acteur peut noter plus haut partout\u202f: l’ordre compte plus que la hauteur.",
    ]


def _alone(context: Context, actor: str, measure: str) -> str:
    others = f"d’autres que {context.the(actor)}"
    return f"Aucune {_NAMES[measure]} n’est publiée {context.when} pour {others}\u202f: rien à croiser ici."


def _widest(context: Context, told: pd.DataFrame) -> str:
    """Name the domain, or every domain, where two actors are furthest apart, with both figures."""
    felt: dict[str, list[Fields]] = {}
    for row in sorted(each(told), key=_value):
        felt.setdefault(str(row.domain_code), []).append(row)
    decimals = int(told["precision"].max())
    apart = {
        code: round(_value(own[-1]) - _value(own[0]), decimals) for code, own in felt.items() if len(own) > 1
    }
    if not apart:
        return "Aucun domaine n’a de chiffre pour deux acteurs à la fois."
    most = max(apart.values())
    if most == 0:
        return "Partout où deux acteurs ont un chiffre, c’est le même."
    codes = [code for code in context.domains if apart.get(code) == most]
    furthest = [_ends(context, felt[code][0], felt[code][-1]) for code in codes]
    distance = number(most, decimals)
    if len(furthest) == 1:
        ((name, ends),) = furthest
        return f"Les acteurs s’éloignent le plus sur {name}\u202f: {ends}, soit {distance} d’écart."
    named = join(f"{name} ({ends})" for name, ends in furthest)
    return f"Les acteurs s’éloignent le plus, de {distance} d’écart à chaque fois, sur {named}."


def _value(row: Fields) -> float:
    return float(row.value)


def _ends(context: Context, low: Fields, high: Fields) -> tuple[str, str]:
    """« Emploi », then « 7,1 pour les citoyens et 5,6 pour les entreprises »."""
    said = join(f"{short(end)} pour {context.the(str(end.actor_code))}" for end in (high, low))
    return quoted(context.domains[str(high.domain_code)]), said


def _rows(context: Context, told: pd.DataFrame, lines: list[str]) -> pd.DataFrame:
    """One row a domain x actor, holes included: line, series, value, text, label, strong."""
    known = {(row.domain_code, row.actor_code): row for row in each(told)}
    rows = []
    for code in lines:
        for actor, name in context.actors.items():
            row, domain = known.get((code, actor)), context.domains[code]
            value = float("nan") if row is None else float(row.value)
            text = NOT_PUBLISHED if row is None else short(row)
            rows.append((domain, actor, value, text, f"{domain}, {name}\u202f: {text}"))
    return pd.DataFrame(rows, columns=["line", "series", "value", "text", "label"])


def _figures(context: Context, told: pd.DataFrame, lines: list[str]) -> pd.DataFrame:
    """Return the same figures with the columns of `felt.everyone`; a hole has no value."""
    place = ["domain_code", "actor_code"]
    every = pd.MultiIndex.from_product([lines, list(context.actors)], names=place).to_frame(index=False)
    first = told.iloc[0]
    same = {name: first[name] for name in ("region_code", "wave", "measure_label", "unit")}
    return every.merge(told, on=place, how="left").fillna(same)


def _table(context: Context, told: pd.DataFrame, lines: list[str]) -> pd.DataFrame:
    """One row a domain: every actor's figure in one cell, so that a phone shows it whole."""
    known = {(row.domain_code, row.actor_code): row for row in each(told)}
    rows = []
    for code in lines:
        parts = [f"{name}\u202f: {_cell(known.get((code, actor)))}" for actor, name in context.actors.items()]
        rows.append((context.domains[code], joined(parts)))
    return pd.DataFrame(rows, columns=["Domaine", "Chiffres publiés"])


def _cell(row: object | None) -> str:
    return NOT_PUBLISHED if row is None else figure_told(row)
